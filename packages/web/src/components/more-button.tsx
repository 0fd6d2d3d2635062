import { Button } from './button.tsx'
import styles from './more-button.module.css'

interface MoreButtonProps {
  readonly label: string
  /** How many are shown of how many, in words. */
  readonly shown: string
  readonly isPending: boolean
  readonly onMore: () => void
}

/** Under a list that goes on: the next rows, and how far the list has come. */
export function MoreButton({ label, shown, isPending, onMore }: MoreButtonProps) {
  return (
    <div className={styles['more']}>
      <Button isPending={isPending} onPress={onMore}>
        {label}
      </Button>
      <span>{shown}</span>
    </div>
  )
}
