import {
  type ActingGrant,
  type Action,
  type Actor,
  type Entity,
  type Explanation,
  explain,
  IncidentFacts,
  type Purpose,
  type RecordState,
  type SensitivityClass,
} from '@vigil/core/policy'

/** Actions that are done on one incident. */
export const ON_INCIDENTS = [
  'incident.read',
  'incident.record',
  'incident.edit',
  'incident.classify',
  'incident.export',
  'violation.decide',
  'violation.sign',
] as const satisfies readonly Action[]

/** What the person is to the incident. */
export const BONDS = ['none', 'owner', 'assignee', 'opened'] as const

/** An incident that is only asked about. */
export interface QuestionFields {
  readonly action: (typeof ON_INCIDENTS)[number]
  readonly operation: string
  readonly region: string
  readonly class: SensitivityClass
  readonly state: RecordState
  readonly entity: Entity
  readonly bond: (typeof BONDS)[number]
  readonly purpose: Purpose | ''
}

/** Nobody, and nothing: an account and an incident that no installation has. */
const SOMEBODY_ELSE = '00000000-0000-4000-8000-000000000000'
const ASKED_ABOUT = '00000000-0000-4000-8000-000000000001'

/** A first question: an incident where the person's first role holds. */
export function firstQuestion({ grants }: Actor): QuestionFields {
  const placed = grants.find(({ operation }) => operation !== null)
  return {
    action: 'incident.read',
    operation: placed?.operation ?? 'aldonia',
    region: placed?.regions?.[0] ?? 'coast',
    class: 'S1',
    state: 'submitted',
    entity: placed?.entity ?? 'mission',
    bond: 'none',
    purpose: '',
  }
}

/** Who it is about, with the seats of theirs that do not count today. */
interface Asker {
  readonly actor: Actor
  readonly unseated: readonly ActingGrant[]
}

/** What the rules answer; undefined where operation or region is no code. */
export function answerTo(
  fields: QuestionFields,
  { actor, unseated }: Asker,
): Explanation | undefined {
  const { action, bond, purpose, ...header } = fields
  const incident = IncidentFacts.safeParse({
    ...header,
    owner: bond === 'owner' ? actor.id : SOMEBODY_ELSE,
    assignee: bond === 'assignee' ? actor.id : null,
  })
  if (!incident.success) return undefined
  const asked = { incident: { ...incident.data, id: ASKED_ABOUT }, ...(purpose && { purpose }) }
  const opened = bond === 'opened' ? [ASKED_ABOUT] : []
  return explain({ actor: { ...actor, opened }, action, unseated, ...asked })
}
