import { Link } from '@tanstack/react-router'
import { useMay } from '../api/session.ts'
import { Icon } from '../components/icon.tsx'
import { useSay } from '../i18n/use-say.ts'
import styles from './navigation.module.css'

/** Where one can go. Only what exists, and what this reader may open. */
export function Navigation() {
  const say = useSay()
  const mayRead = useMay('document.read')
  const mayReadLetters = useMay('letter.read')
  return (
    <nav className={styles['nav']} aria-label={say('nav.label')}>
      {mayRead && (
        <>
          <Link to="/documents" className={styles['link']}>
            <Icon name="book-open" />
            <span>{say('nav.documents')}</span>
          </Link>
          <Link to="/actions" className={styles['link']}>
            <Icon name="circle-check" />
            <span>{say('nav.actions')}</span>
          </Link>
          {mayReadLetters && (
            <Link to="/letters" className={styles['link']}>
              <Icon name="mail" />
              <span>{say('nav.letters')}</span>
            </Link>
          )}
          <Link to="/search" className={styles['link']}>
            <Icon name="search" />
            <span>{say('nav.search')}</span>
          </Link>
        </>
      )}
      <Keeping />
      <span className={styles['gap']} />
      <Link to="/help" className={styles['link']}>
        <Icon name="help" />
        <span>{say('nav.help')}</span>
      </Link>
    </nav>
  )
}

/** People, task force, identities, log and recovery: how the house is kept and overseen. */
function Keeping() {
  const say = useSay()
  const mayReadAccounts = useMay('account.read')
  const mayReadTaskForce = useMay('taskforce.read')
  const mayReadLog = useMay('log.read')
  const mayRecover = useMay('account.recover')
  const mayErase = useMay('identity.erase')
  const mayUnlock = useMay('keys.unlock')
  return (
    <>
      {mayReadAccounts && (
        <Link to="/people" className={styles['link']}>
          <Icon name="users-round" />
          <span>{say('nav.people')}</span>
        </Link>
      )}
      {mayReadTaskForce && (
        <Link to="/task-force" className={styles['link']}>
          <Icon name="pen-line" />
          <span>{say('nav.taskForce')}</span>
        </Link>
      )}
      {(mayErase || mayUnlock) && (
        <Link to="/identities" className={styles['link']}>
          <Icon name="lock" />
          <span>{say('nav.identities')}</span>
        </Link>
      )}
      {mayReadLog && (
        <Link to="/log" className={styles['link']}>
          <Icon name="history" />
          <span>{say('nav.log')}</span>
        </Link>
      )}
      {mayRecover && (
        <Link to="/recovery" className={styles['link']}>
          <Icon name="undo-2" />
          <span>{say('nav.recovery')}</span>
        </Link>
      )}
    </>
  )
}
