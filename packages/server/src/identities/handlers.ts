import type { Action, Purpose, SensitivityClass, Wish } from '@vigil/core/policy'
import { type AuditObject, record, type Sight } from '../audit/record.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Handlers, SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { Services } from '../http/services.ts'
import { findIncident } from '../incidents/queries.ts'
import { actFor } from '../policy/as-actor.ts'
import { checkProof, checkPurpose } from '../policy/obligations.ts'
import { openIdentity } from './open.ts'
import { enterChange, getPerson, listPeople, readChanges, setHold, toListed } from './people.ts'
import { changeIdentity, recordIdentity } from './record.ts'

type IdentityEndpoint =
  | 'recordIdentity'
  | 'listIdentities'
  | 'readIdentity'
  | 'changeIdentity'
  | 'readIdentityHistory'

/** What the server does for the endpoints about who people are. */
export function identityHandlers(
  services: Services,
): Pick<Handlers, IdentityEndpoint | 'holdIdentity'> {
  const { keys } = services
  return {
    ...holdHandlers,

    recordIdentity: ({ actor, body, now, write }) =>
      write((tx) => recordIdentity(tx, body, { actor, now, keys })),

    listIdentities({ actor, query: { purpose, incidentId }, read }) {
      const wish = wishToOpen(actor, purpose)
      return read(purpose, async (tx) => {
        if (!(await findIncident(tx, wish, incidentId))) refuse('incident.unknown')
        const people = await listPeople(tx, incidentId)
        const sight = sightOf({ type: 'incident', id: incidentId }, 'S1', purpose)
        return { answer: { identities: people.map(toListed) }, sight }
      })
    },

    readIdentity({ actor, params: { identityId: id }, query: { purpose }, now, read }) {
      const wish = wishToOpen(actor, purpose)
      checkProof('identity.read', { actor, now })
      return read(purpose, async (tx) => {
        const person = await getPerson(tx, wish, id)
        const alarm = alarmOf(services, { actor, now })
        const by = { actor, keys, alarm, purpose: purpose ?? 'none' }
        const { content } = await openIdentity(tx, person, by)
        const sight = sightOf({ type: 'identity', id }, 'S0', purpose)
        return { answer: { ...toListed(person), content }, sight }
      })
    },

    changeIdentity({ actor, params, body, now, write }) {
      const alarm = alarmOf(services, { actor, now })
      const by = { actor, now, keys, alarm, purpose: 'recording' }
      return write((tx) => changeIdentity(tx, { pseudonym: params.identityId, change: body }, by))
    },

    readIdentityHistory({ actor, params: { identityId: id }, query: { purpose }, read }) {
      const wish = wishToOpen(actor, purpose)
      return read(purpose, async (tx) => {
        await getPerson(tx, wish, id)
        const sight = sightOf({ type: 'identity', id }, 'S1', purpose)
        return { answer: await readChanges(tx, id), sight }
      })
    },
  }
}

const holdHandlers: Pick<Handlers, 'holdIdentity'> = {
  holdIdentity({ actor, params: { identityId: id }, body: { held, reason }, now, write }) {
    const wish = { actor, action: 'identity.hold' } as const
    checkProof(wish.action, { actor, now })
    return write(async (tx) => {
      await actFor(tx, wish)
      const person = await getPerson(tx, wish, id)
      await setHold(tx, { pseudonym: id, held, now })
      const what = held ? 'held' : 'released'
      await enterChange(tx, person, { what, at: now, actor: actor.id })
      const object = { type: 'identity', id } as const
      return { answer: { ...toListed(person), held }, object, change: { held, reason } }
    })
  },
}

function sightOf(
  object: AuditObject,
  sensitivity: SensitivityClass,
  purpose: Purpose | undefined,
): Sight {
  return { object, class: sensitivity, purpose: purpose ?? null }
}

function wishToOpen(actor: SignedInActor, purpose: Purpose | undefined): Wish {
  const action: Action = 'identity.read'
  checkPurpose(actor, action, purpose)
  return { actor, action, ...(purpose && { purpose }) }
}

/** An entry of its own, which stays when the request that gave rise to it is refused. */
function alarmOf(
  { db }: Pick<Services, 'db'>,
  { actor, now }: { readonly actor: SignedInActor; readonly now: Date },
): () => Promise<void> {
  const object = { type: 'account', id: actor.id } as const
  const entry = { at: now, actor, requestId: null, action: 'keys.alarm', object } as const
  return () => inTransaction(db, (tx) => record(tx, { ...entry, refusal: 'identity.throttled' }))
}
