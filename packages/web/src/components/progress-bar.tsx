import styles from './progress-bar.module.css'

interface ProgressBarProps {
  readonly label: string
  /** Share done, 0 to 1; null where nobody can say. */
  readonly share: number | null
}

/** How far something is. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  return (
    <progress className={styles['bar']} aria-label={label} max={1} value={share ?? undefined} />
  )
}
