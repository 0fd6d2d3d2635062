import { useMatches } from '@tanstack/react-router'
import { Icon } from '../components/icon.tsx'
import { usePageMargin } from '../components/use-page-margin.ts'
import { useSay } from '../i18n/use-say.ts'
import styles from './classification-line.module.css'

/** The class of what is on screen: always in sight, and on every printed page. */
export function ClassificationLine() {
  const say = useSay()
  const shown = useMatches({
    select: (matches) => matches.at(-1)?.staticData.classification ?? 'documents',
  })
  const [level, who] = [say(`classification.${shown}`), say(`classification.${shown}.who`)]
  usePageMargin('head', [`${level} · ${who}`])
  return (
    <div className={styles['line']} role="note" aria-label={say('classification.label')}>
      <span>
        <Icon name="lock" size="s" /> <b>{level}</b>
        <span className={styles['more']}> · {who}</span>
      </span>
    </div>
  )
}
