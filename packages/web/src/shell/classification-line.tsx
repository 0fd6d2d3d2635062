import { Icon } from '../components/icon.tsx'
import { useSay } from '../i18n/use-say.ts'
import styles from './classification-line.module.css'

/** The class of what is on screen: always in sight, and on every printed page. */
export function ClassificationLine() {
  const say = useSay()
  return (
    <div className={styles['line']} role="note" aria-label={say('classification.label')}>
      <span>
        <Icon name="lock" size="s" /> <b>{say('classification.documents')}</b>
        <span className={styles['more']}> · {say('classification.documents.who')}</span>
      </span>
    </div>
  )
}
