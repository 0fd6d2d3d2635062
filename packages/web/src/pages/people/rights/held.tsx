import type { PersonStanding } from '@vigil/contract/schemas'
import { Section } from '../../../components/section.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import { useHeldWords } from './absent-names.ts'
import styles from './rights.module.css'

interface HeldProps {
  readonly name: string
  readonly standing: PersonStanding
}

/** What counts for somebody today, and what does not: roles, seats, what is lent, what is open. */
export function Held({ name, standing: { held, unseated, opened } }: HeldProps) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { lineOf } = useHeldWords()
  const isNothing = held.length + unseated.length + opened.length === 0
  return (
    <Section title={say('held.title', { name })}>
      {isNothing && <p>{say('rights.may.none')}</p>}
      <ul className={styles['acts']}>
        {held.map((grant) => (
          <li key={lineOf(grant)} className={styles['act']}>
            {lineOf(grant)}
          </li>
        ))}
        {unseated.map((grant) => (
          <li key={lineOf(grant)} className={styles['act']}>
            {lineOf(grant)} <Tag icon="circle-minus">{say('held.unseated')}</Tag>
          </li>
        ))}
        {opened.map(({ incidentId, until, agreed }) => (
          <li key={incidentId} className={styles['act']}>
            {say('held.opened', { until: formatTime(until), agreed })} <code>{incidentId}</code>
          </li>
        ))}
      </ul>
    </Section>
  )
}
