import { Note } from '../../../components/note.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import styles from './code-card.module.css'

interface CodeCardProps {
  /** Whom it is for. */
  readonly name: string
  readonly code: string
  readonly expiresAt: string
}

/** A code to hand over: shown here and nowhere else. */
export function CodeCard({ name, code, expiresAt }: CodeCardProps) {
  const say = useSay()
  const { formatTime } = useFormats()
  return (
    <div className={styles['card']}>
      <p className={styles['name']}>{say('code.title', { name })}</p>
      <p className={styles['code']}>
        <code dir="ltr">{code}</code>
      </p>
      <p>{say('code.where', { address: `${location.origin}/enrol` })}</p>
      <Note tone="pending">
        <p>{say('code.once', { time: formatTime(expiresAt) })}</p>
        <p>{say('code.channel')}</p>
      </Note>
    </div>
  )
}
