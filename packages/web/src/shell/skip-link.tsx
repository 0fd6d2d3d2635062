import { useSay } from '../i18n/use-say.ts'
import styles from './skip-link.module.css'

/** The first thing a keyboard reaches: past the navigation, to the page. */
export function SkipLink() {
  const say = useSay()
  return (
    <a
      href="#main"
      className={styles['link']}
      onClick={(event) => {
        // The address of a page may end in a place of its own.
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {say('shell.skip')}
    </a>
  )
}
