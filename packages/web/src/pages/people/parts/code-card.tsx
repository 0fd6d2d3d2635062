import type { Invited } from '@vigil/contract/schemas'
import { Note } from '../../../components/note.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import styles from './code-card.module.css'

/** A code to hand over: shown here and nowhere else. */
export function CodeCard({ invited: { invitation, code } }: { invited: Invited }) {
  const say = useSay()
  const { formatTime } = useFormats()
  return (
    <div className={styles['card']}>
      <p className={styles['name']}>{say('code.title', { name: invitation.name })}</p>
      <p className={styles['code']}>
        <code dir="ltr">{code}</code>
      </p>
      <p>{say('code.where', { address: `${location.origin}/enrol` })}</p>
      <Note tone="pending">
        <p>{say('code.once', { time: formatTime(invitation.expiresAt) })}</p>
        <p>{say('code.channel')}</p>
      </Note>
    </div>
  )
}
