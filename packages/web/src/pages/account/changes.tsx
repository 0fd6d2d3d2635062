import type { FactorChange } from '@vigil/contract/schemas'
import { Section } from '../../components/section.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { Entries, Entry } from './entries.tsx'
import styles from './account.module.css'

/** What was added and taken away: whoever did not do it themselves sees it here. */
export function Changes({ changes }: { changes: readonly FactorChange[] }) {
  const say = useSay()
  const { formatTime } = useFormats()
  return (
    <Section title={say('changes.title')}>
      <p className={styles['words']}>
        {say(changes.length === 0 ? 'changes.none' : 'changes.words')}
      </p>
      {changes.length > 0 && (
        <Entries label={say('changes.title')}>
          {changes.map((change) => (
            <Entry
              key={`${change.at} ${change.what} ${change.name}`}
              name={say(`changes.${change.what}`, { name: change.name ?? '' })}
              facts={[formatTime(change.at)]}
            />
          ))}
        </Entries>
      )}
    </Section>
  )
}
