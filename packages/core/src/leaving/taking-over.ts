import {
  type Action,
  decide,
  type Grant,
  type IncidentFacts,
  Purpose,
  type RecordFacts,
} from '../policy/index.ts'
import { type GivenKind, HOLDINGS } from './holdings.ts'

/** An account; `person` is the first account of whoever owns it, the same for all of theirs. */
export interface Party {
  readonly id: string
  readonly person: string
  /** Their own, in force at the moment; what they hold for somebody absent does not count. */
  readonly grants: readonly Grant[]
}

/** Something that must be given to somebody. */
export type Thing =
  | { readonly kind: IncidentKind; readonly id: string; readonly incident: RecordFacts }
  | { readonly kind: Exclude<GivenKind, IncidentKind>; readonly id: string }

type IncidentKind = 'incident_owned' | 'incident_assigned'

/** Why something cannot pass on: the custody of the record is passing on as it is. */
export type TakingFault = 'frozen' | 'samePerson' | 'unfit'

/** What holding an incident is for: reading it, and knowing and keeping who the people in it are. */
const HOLDING_ACTS = [
  'incident.read',
  'identity.read',
  'identity.record',
  'identity.erase',
] as const satisfies readonly Action[]

/** Somebody else, whoever it is. */
const ANOTHER = '00000000-0000-0000-0000-000000000000'

/**
 * Why `successor` cannot take over what `leaver` has; undefined where they can. Whoever takes an
 * incident over may do on it, by having it, whatever the leaver may: so nothing becomes unreachable, and
 * nobody is given a record that their roles do not let them read (R-SEC-2). Nobody is their own successor,
 * with whichever of their accounts.
 */
export function findTakingFault(
  thing: Thing,
  { leaver, successor }: { readonly leaver: Party; readonly successor: Party },
): TakingFault | undefined {
  if ('incident' in thing && thing.incident.state === 'frozen') return 'frozen'
  if (leaver.person === successor.person) return 'samePerson'
  if (!('incident' in thing)) {
    return decide(successor, HOLDINGS[thing.kind].needs).allow ? undefined : 'unfit'
  }
  const needed = neededOn(thing, leaver)
  const incident = heldBy(thing, successor.id)
  return needed.every((action) => mayOn(successor, action, incident)) ? undefined : 'unfit'
}

/** The incident once `holder` has it. */
export function heldBy(
  { kind, incident }: Extract<Thing, { incident: unknown }>,
  holder: string,
): RecordFacts {
  return kind === 'incident_owned'
    ? { ...incident, owner: holder }
    : { ...submitted(incident), assignee: holder }
}

/** What the leaver may do on it by having it in this way; reading it in any case. */
function neededOn(thing: Extract<Thing, { incident: unknown }>, leaver: Party): readonly Action[] {
  const held = heldBy(apart(thing, leaver.id), leaver.id)
  const found = HOLDING_ACTS.filter((action) => mayOn(leaver, action, held))
  return found.length === 0 ? ['incident.read'] : found
}

/** Owner and assignee are looked at one by one: two may take over what one had. */
function apart(thing: Extract<Thing, { incident: unknown }>, leaver: string): typeof thing {
  const { kind, incident } = thing
  const other =
    kind === 'incident_owned'
      ? { assignee: incident.assignee === leaver ? null : incident.assignee }
      : { owner: incident.owner === leaver ? ANOTHER : incident.owner }
  return { ...thing, incident: { ...incident, ...other } }
}

/** A draft is its author's alone: whoever is given one reads it once it is submitted. */
function submitted<F extends IncidentFacts>(incident: F): F {
  return incident.state === 'draft' ? { ...incident, state: 'submitted' } : incident
}

function mayOn({ id, grants }: Party, action: Action, incident: RecordFacts): boolean {
  return Purpose.options.some(
    (purpose) => decide({ id, grants }, action, { incident, purpose }).allow,
  )
}
