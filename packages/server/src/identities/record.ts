import { randomUUID } from 'node:crypto'
import type {
  IdentityChange,
  ListedIdentity,
  NewIdentity,
  Pseudonym,
} from '@vigil/contract/schemas'
import { findIncident } from '../incidents/queries.ts'
import type { Db } from '../db/transaction.ts'
import type { SignedInActor, Written } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import type { AskKeys } from '../keys/protocol.ts'
import { refuseKeys } from '../keys/refuse.ts'
import { actFor } from '../policy/as-actor.ts'
import { type OpenedBy, openIdentity } from './open.ts'
import { enterChange, getPerson, type Person, toListed } from './people.ts'
import { findHeldPerson, type HeldPerson, writePerson } from './store.ts'

/** Who acts, when, and who keeps the keys. */
export interface By {
  readonly actor: SignedInActor
  readonly now: Date
  readonly keys: AskKeys
}

/**
 * Records who somebody is, under a key of their own, which is on disk in the key store before the record
 * is: a record without its key would be lost, a key without a record harms nobody.
 */
export async function recordIdentity(
  tx: Db,
  { incidentId, kind, content }: NewIdentity,
  { actor, now, keys }: By,
): Promise<Written<ListedIdentity>> {
  const wish = { actor, action: 'identity.record' } as const
  await actFor(tx, wish)
  const incident = (await findIncident(tx, wish, incidentId)) ?? refuse('incident.unknown')
  const [pseudonym, keyId] = [randomUUID() as string as Pseudonym, randomUUID()]
  const made = await keys({ does: 'make', keyId })
  if (!made.ok) return refuseKeys(made)
  const dataKey = Buffer.from(made.value.dataKey, 'base64')
  const person: HeldPerson = { pseudonym, keyId, version: 1, class: incident.facts.class }
  await tx
    .insertInto('incident_person')
    .values({ pseudonym, incident_id: incidentId, kind, recorded_at: now })
    .execute()
  await writePerson(tx, person, { content, dataKey })
  const fields = Object.keys(content)
  await enterChange(tx, person, { what: 'recorded', fields, at: now, actor: actor.id })
  const recordedAt = now.toISOString()
  const answer = { pseudonym, incidentId, kind, recordedAt, erased: false, held: false }
  return { answer, object: { type: 'identity', id: pseudonym }, change: { incidentId, kind } }
}

/** Writes parts of it anew, and with them all of it under the next version. */
export async function changeIdentity(
  tx: Db,
  { pseudonym, change }: { readonly pseudonym: string; readonly change: IdentityChange },
  by: By & OpenedBy,
): Promise<Written<ListedIdentity>> {
  const wish = { actor: by.actor, action: 'identity.record' } as const
  await actFor(tx, wish)
  const person: Person = await getPerson(tx, wish, pseudonym)
  await findHeldPerson(tx, pseudonym, 'update')
  const opened = await openIdentity(tx, person, by)
  const next = { ...opened.held, version: opened.held.version + 1 }
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  )
  const content = { ...opened.content, ...given }
  await writePerson(tx, next, { content, dataKey: opened.dataKey })
  const fields = Object.keys(given)
  await enterChange(tx, next, { what: 'changed', fields, at: by.now, actor: by.actor.id })
  const object = { type: 'identity', id: pseudonym } as const
  return { answer: toListed(person), object, change: { fields, version: next.version } }
}
