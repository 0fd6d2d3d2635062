import type { Person } from '@vigil/contract/schemas'
import { type Actor, explainAll } from '@vigil/core/policy'
import { Section } from '../../../components/section.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import { inForce } from '../parts/standing.ts'
import { today } from '../parts/today.ts'
import { AskOne } from './ask-one.tsx'
import { Allowed } from './allowed.tsx'
import { Refused } from './refused.tsx'
import styles from './rights.module.css'

/** What somebody may see and do, and why, by the rules that decide every request. */
export function Rights({ person }: { person: Person }) {
  const say = useSay()
  const { formatDay } = useFormats()
  const { id, name, grants } = person
  const actor: Actor = { id, grants: inForce(grants, today()) }
  const all = explainAll(actor)
  const allowed = all.filter(([, { decision }]) => decision.allow)
  const refused = all.filter(([, { decision }]) => !decision.allow)
  return (
    <>
      <p className={styles['lead']}>{say('rights.lead', { day: formatDay(today()) })}</p>
      <Section title={say('rights.may.title', { name })}>
        {allowed.length === 0 && <p>{say('rights.may.none')}</p>}
        <ul className={styles['acts']}>
          {allowed.map(([action, explanation]) => (
            <Allowed key={action} action={action} explanation={explanation} />
          ))}
        </ul>
      </Section>
      <AskOne person={person} actor={actor} />
      <Section title={say('rights.mayNot.title', { name })}>
        {refused.length === 0 && <p>{say('rights.mayNot.none')}</p>}
        <ul className={styles['acts']}>
          {refused.map(([action, explanation]) => (
            <Refused key={action} action={action} explanation={explanation} />
          ))}
        </ul>
      </Section>
    </>
  )
}
