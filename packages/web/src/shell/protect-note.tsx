import { useLocation } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { LinkButton } from '../components/link-button.tsx'
import { Note } from '../components/note.tsx'
import { isDemonstration } from '../demonstration/is-demonstration.ts'
import { useSay } from '../i18n/use-say.ts'
import styles from './protect-note.module.css'

/** Leads who signs in by a passphrase alone to something stronger, until they have it. */
export function ProtectNote() {
  const say = useSay()
  const session = useSession()
  const { pathname } = useLocation()
  if (session?.toEnrol !== 'strong' || pathname === '/account') return null
  if (isDemonstration()) return null
  return (
    <div className={styles['place']}>
      <Note tone="pending" icon="shield">
        <div className={styles['words']}>
          <span>{say('protect.words')}</span>
          <LinkButton to="/account" size="s">
            {say('protect.action')}
          </LinkButton>
        </div>
      </Note>
    </div>
  )
}
