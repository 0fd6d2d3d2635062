import type { NewActions } from '@vigil/contract/schemas'
import {
  type Action,
  classOfFact,
  findActionFault,
  findSubject,
  fold,
  type IncidentRecord,
  textsOf,
} from '@vigil/core/incident'
import { canonicalJson } from '@vigil/core/log'
import { actsFor, type SensitivityClass } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import { findIncident, type HeldIncident } from '../incidents/queries.ts'
import { actFor } from '../policy/as-actor.ts'
import { readActions } from './actions.ts'
import { type By, keepActions, oneAfterTheOther } from './keep.ts'
import { type ClearText, findHeldTexts } from './texts.ts'

/** What was taken: the incident, all its actions now, and those that are new. */
interface Taken {
  readonly held: HeldIncident
  readonly actions: readonly Action[]
  readonly added: readonly Action[]
  readonly actingFor: string | null
}

/**
 * Adds actions to an incident, all or none, with their texts. Those that were taken before are passed
 * over, so that whoever got no answer can send the same again.
 */
export async function takeActions(
  tx: Db,
  { incidentId, given }: { readonly incidentId: string; readonly given: NewActions },
  { actor, now, keys }: By,
): Promise<Taken> {
  const wish = { actor, action: 'incident.edit' } as const
  await actFor(tx, wish)
  // First: whoever waited here sees the incident as who came before has left it.
  await oneAfterTheOther(tx, incidentId)
  const held = (await findIncident(tx, wish, incidentId)) ?? refuse('incident.unknown')
  const actingFor = actsFor({ ...wish, incident: held.facts })
  const stamp = {
    incident: incidentId,
    receivedAt: now.toISOString(),
    by: actor.id,
    for: actingFor,
  }
  const earlier = await readActions(tx, incidentId)
  const { actions, added } = joinActions(
    earlier,
    given.actions.map((action) => ({ ...action, ...stamp })),
  )
  const record = fold(actions)
  if (!record) throw new Error(`Incident ${incidentId} has no beginning`)
  const texts = textsFor(record, { added, given: given.texts })
  await checkTexts(tx, incidentId, { added, texts, given: given.texts })
  await keepActions(tx, { held, record, added, texts }, { actor, now, keys })
  return { held, actions, added, actingFor }
}

/** The actions one after the other; refuses the first that does not fit those before it. */
export function joinActions(earlier: readonly Action[], given: readonly Action[]) {
  const actions = [...earlier]
  const added: Action[] = []
  for (const [at, action] of given.entries()) {
    if (actions.some((one) => isSame(one, action))) continue
    const fault = findActionFault(actions, action)
    if (fault !== undefined) refuse('record.refused', { values: { at: at + 1, fault } })
    actions.push(action)
    added.push(action)
  }
  return { actions, added }
}

/** Sent once more, after an answer that did not arrive. */
function isSame(one: Action, other: Action): boolean {
  return one.id === other.id && canonicalJson(one.deed) === canonicalJson(other.deed)
}

/** The given texts that new actions refer to, each with the class of what it says. */
function textsFor(
  record: IncidentRecord,
  { added, given }: { readonly added: readonly Action[]; readonly given: NewActions['texts'] },
): ClearText[] {
  const classes = new Map(
    added.flatMap((action) => textsOf(action.deed).map((id) => [id, classOf(record, action)])),
  )
  return given.flatMap(({ id, words }) => {
    const sensitivity = classes.get(id)
    return sensitivity === undefined ? [] : [{ id, words, class: sensitivity }]
  })
}

function classOf(record: IncidentRecord, { deed }: Action): SensitivityClass {
  const subject = deed.kind === 'set' ? findSubject(record, deed.subject) : undefined
  return subject && deed.kind === 'set' ? classOfFact(subject, deed.element) : 'S1'
}

/** Every text that is referred to is here or comes along, none comes twice, and none that nobody asked for. */
async function checkTexts(
  tx: Db,
  incidentId: string,
  {
    added,
    texts,
    given,
  }: {
    readonly added: readonly Action[]
    readonly texts: readonly ClearText[]
    readonly given: NewActions['texts']
  },
): Promise<void> {
  const wanted = [...new Set(added.flatMap(({ deed }) => textsOf(deed)))]
  const heldTexts = await findHeldTexts(tx, incidentId, [...wanted, ...given.map(({ id }) => id)])
  const come = new Set(texts.map(({ id }) => id))
  const missing = wanted.filter((id) => !come.has(id) && !heldTexts.has(id)).length
  const isNeeded = (id: string): boolean => come.has(id) !== heldTexts.has(id)
  const unused = given.filter(({ id }, at) => {
    const isFirst = given.findIndex((one) => one.id === id) === at
    return !isFirst || !isNeeded(id)
  }).length
  if (missing + unused > 0) refuse('record.texts', { values: { missing, unused } })
}
