import type { IdentityContent } from '@vigil/contract/schemas'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import type { AskKeys, KeyAnswer } from '../keys/protocol.ts'
import { refuseKeys } from '../keys/refuse.ts'
import { type Person, readNewest } from './people.ts'
import { findHeldPerson, type HeldPerson, openPerson } from './store.ts'

/** Who opens it, what for, and who keeps the keys. */
export interface OpenedBy {
  readonly actor: { readonly id: string }
  readonly purpose: string
  readonly keys: AskKeys
  /** Told when somebody opens too many. */
  readonly alarm: () => Promise<void>
}

interface Opened {
  readonly held: HeldPerson
  readonly content: IdentityContent
  readonly dataKey: Uint8Array
}

/**
 * Opens who somebody is. Refuses what was erased, what was altered, put from another record or taken
 * back to an earlier version or key, and somebody who opens too many.
 */
export async function openIdentity(tx: Db, person: Person, by: OpenedBy): Promise<Opened> {
  if (person.erased) refuse('identity.erased')
  const held = (await findHeldPerson(tx, person.pseudonym)) ?? refuse('identity.erased')
  const dataKey = await unwrap(held.keyId, by)
  // Only now: what was written meanwhile was written before the person was ours.
  const newest = await readNewest(tx, person.pseudonym)
  const isNewest =
    held.version === newest.version && (newest.keyId === null || newest.keyId === held.keyId)
  const content = isNewest ? await openPerson(tx, held, dataKey) : undefined
  return content ? { held, content, dataKey } : refuse('identity.damaged')
}

async function unwrap(
  keyId: string,
  { actor, purpose, keys, alarm }: OpenedBy,
): Promise<Uint8Array> {
  const answer: KeyAnswer<'unwrap'> = await keys({
    does: 'unwrap',
    keyId,
    actor: actor.id,
    purpose,
  })
  if (answer.ok) return Buffer.from(answer.value.dataKey, 'base64')
  if (answer.problem === 'throttled') await alarm()
  return refuseKeys(answer)
}
