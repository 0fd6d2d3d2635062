import type { Person, PersonStanding } from '@vigil/contract/schemas'
import { type Actor, explainAll } from '@vigil/core/policy'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Section } from '../../../components/section.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import { useStanding } from '../queries.ts'
import { AbsentNames } from './absent-names.ts'
import { AskOne } from './ask-one.tsx'
import { Allowed } from './allowed.tsx'
import { Held } from './held.tsx'
import { Refused } from './refused.tsx'
import styles from './rights.module.css'

/** What somebody may see and do, and why, by the rules that decide every request. */
export function Rights({ person }: { person: Person }) {
  const { data, error, refetch } = useStanding(person.id)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  return (
    <AbsentNames value={data.absent}>
      <Explained person={person} standing={data} />
    </AbsentNames>
  )
}

interface ExplainedProps {
  readonly person: Person
  readonly standing: PersonStanding
}

function Explained({ person, standing }: ExplainedProps) {
  const say = useSay()
  const { formatDay } = useFormats()
  const { id, name } = person
  const { day, held, unseated, opened } = standing
  const actor: Actor = { id, grants: held, opened: opened.map(({ incidentId }) => incidentId) }
  const all = explainAll(actor, unseated)
  const allowed = all.filter(([, { decision }]) => decision.allow)
  const refused = all.filter(([, { decision }]) => !decision.allow)
  return (
    <>
      <p className={styles['lead']}>{say('rights.lead', { day: formatDay(day) })}</p>
      <Held name={name} standing={standing} />
      <Section title={say('rights.may.title', { name })}>
        {allowed.length === 0 && <p>{say('rights.may.none')}</p>}
        <ul className={styles['acts']}>
          {allowed.map(([action, explanation]) => (
            <Allowed key={action} action={action} explanation={explanation} />
          ))}
        </ul>
      </Section>
      <AskOne person={person} actor={actor} unseated={unseated} />
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
