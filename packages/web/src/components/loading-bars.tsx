import { useSay } from '../i18n/use-say.ts'
import styles from './loading-bars.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Still bars where text will stand; nothing at all for the first 300 ms. */
export function LoadingBars() {
  const say = useSay()
  return (
    <div className={styles['bars']} role="status" data-loading>
      <VisuallyHidden>{say('loading')}</VisuallyHidden>
      <div className={styles['bar']} />
      <div className={styles['bar']} />
      <div className={styles['bar']} />
    </div>
  )
}
