import type { ENDPOINTS } from '@vigil/contract/endpoints'
import type {
  IncidentHeader,
  IncidentList,
  IncidentListQuery,
  ListedIncident,
} from '@vigil/contract/schemas'
import { actsFor, decide, INCIDENT_FIELDS, LOG_CLASS, type Wish } from '@vigil/core/policy'
import type { Asked, Handlers, Shown, SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { checkProof, checkPurpose } from '../policy/obligations.ts'
import { exportIncidents } from './export.ts'
import { readHistory, readLog } from './history.ts'
import {
  countIncidents,
  findIncident,
  type HeldIncident,
  listIncidents,
  placeOf,
} from './queries.ts'
import { classifyIncident, recordIncident } from './record.ts'

type IncidentEndpoint =
  | 'listIncidents'
  | 'countIncidents'
  | 'searchIncidents'
  | 'exportIncidents'
  | 'recordIncident'
  | 'readIncident'
  | 'classifyIncident'
  | 'readIncidentHistory'
  | 'readIncidentLog'

/** What the server does for each endpoint about incidents. */
export const incidentHandlers: Pick<Handlers, IncidentEndpoint> = {
  listIncidents: list,
  searchIncidents: list,

  countIncidents({ actor, query, read }) {
    const wish = wishToRead(actor, query.purpose)
    return read(query.purpose, async (tx) => {
      const byState = await countIncidents(tx, wish)
      return unseen({ byState, total: byState.reduce((sum, { total }) => sum + total, 0) })
    })
  },

  exportIncidents({ actor, query, read, now }) {
    checkPurpose(actor, 'incident.export', query.purpose)
    checkProof('incident.export', { actor, now })
    return read(query.purpose, (tx) => exportIncidents(tx, query, { actor, now }))
  },

  readIncident({ actor, params, query, read }) {
    const wish = wishToRead(actor, query.purpose)
    return read(query.purpose, async (tx) => {
      const held = (await findIncident(tx, wish, params.incidentId)) ?? refuse('incident.unknown')
      return { answer: show(held, wish), sight: sightOf(held, wish) }
    })
  },

  readIncidentHistory({ actor, params, query, read }) {
    const wish = wishToRead(actor, query.purpose)
    return read(query.purpose, async (tx) => {
      const held = (await findIncident(tx, wish, params.incidentId)) ?? refuse('incident.unknown')
      return { answer: await readHistory(tx, held.id), sight: sightOf(held, wish) }
    })
  },

  readIncidentLog({ params, read }) {
    const object = { type: 'incident', id: params.incidentId } as const
    return read(undefined, async (tx) => {
      const answer = await readLog(tx, params.incidentId)
      return { answer, sight: { object, class: LOG_CLASS, purpose: null } }
    })
  },

  async recordIncident({ actor, body, now, write }) {
    return write(async (tx) => {
      const written = await recordIncident(tx, body, { actor, now })
      return { ...written, answer: show(written.answer, { actor, action: 'incident.record' }) }
    })
  },

  async classifyIncident({ actor, params, body, now, write }) {
    checkProof('incident.classify', { actor, now })
    return write(async (tx) => {
      const given = { ...body, id: params.incidentId }
      const written = await classifyIncident(tx, given, { actor, now })
      return { ...written, answer: show(written.answer, { actor, action: 'incident.read' }) }
    })
  },
}

/** Words narrow the list where there are any. */
function list({ actor, query, read }: AskedForList): Promise<IncidentList> {
  const wish = wishToRead(actor, query.purpose)
  return read(query.purpose, async (tx) =>
    unseen(page(await listIncidents(tx, wish, query), query)),
  )
}

interface AskedForList extends Pick<Asked<typeof ENDPOINTS.listIncidents>, 'actor' | 'read'> {
  readonly query: IncidentListQuery & { readonly words?: string }
}

/** What somebody asks who reads; refuses who must say what for and does not. */
export function wishToRead(actor: SignedInActor, purpose: Wish['purpose']): Wish {
  checkPurpose(actor, 'incident.read', purpose)
  return { actor, action: 'incident.read', ...(purpose && { purpose }) }
}

/** Lists and counts hold fields of class S2 and below alone: no sight of anything confidential. */
function unseen<Answer>(answer: Answer): Shown<Answer> {
  return { answer, sight: null }
}

function page(incidents: ListedIncident[], { limit }: { readonly limit: number }): IncidentList {
  const last = incidents.at(-1)
  return { incidents, next: last && incidents.length === limit ? placeOf(last) : null }
}

/** Leaves out what the reader may not see. */
function show({ id, recordedAt, facts }: HeldIncident, wish: Wish): IncidentHeader {
  const { actor, action, purpose } = wish
  const decision = decide(actor, action, { incident: facts, ...(purpose && { purpose }) })
  const seen = decision.allow ? decision.seen : []
  const fields = INCIDENT_FIELDS.filter((field) => seen.includes(field))
  const shown = Object.fromEntries(fields.map((field) => [field, facts[field]]))
  return { ...shown, id, recordedAt: recordedAt.toISOString() }
}

/** S0 and S1 are never seen without an entry in the log (R-SEC-3). */
export function sightOf(
  { id, facts }: HeldIncident,
  { actor, action, purpose }: Wish,
): Shown<null>['sight'] {
  const asked = { incident: facts, ...(purpose && { purpose }) }
  const decision = decide(actor, action, asked)
  if (!decision.allow || !decision.obligations.includes('log')) return null
  const actingFor = actsFor({ actor, action, ...asked })
  const object = { type: 'incident', id } as const
  return { object, class: facts.class, purpose: purpose ?? null, actingFor }
}
