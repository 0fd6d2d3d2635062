import type { Json } from '@vigil/core/log'
import type { SensitivityClass } from '@vigil/core/policy'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { KEYS } from '../keys/handlers.ts'
import type { AskKeys, KeyAnswer } from '../keys/protocol.ts'
import type { Clock } from '../ports.ts'
import { findHeldPerson, openPerson, writePerson } from './store.ts'

/** What encrypting anew takes. */
export interface Reencrypting {
  readonly keys: AskKeys
  readonly clock: Clock
}

/** One person who is to be encrypted anew. */
interface Succession {
  readonly id: string
  readonly pseudonym: string
  readonly class: SensitivityClass
  readonly newKey: string
}

/** An old key and the one that follows it. */
interface Pair {
  readonly oldKey: string
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/**
 * Encrypts anew, each under a fresh key, whose incidents have another class now (security.md 5.2): the
 * new key is on disk first, then one transaction writes all of the person under it, then the old key is
 * retired. At any moment what stands in the store opens by a key that lives; what a crash left between is
 * done to its end. While the keys are sealed it waits. Gives how many were done.
 */
export async function reencryptDue(db: Db, around: Reencrypting): Promise<number> {
  const open = await db
    .selectFrom('identity_succession')
    .select(['id', 'pseudonym', 'class', 'new_key as newKey'])
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  const waiting = new Set<string>()
  let done = 0
  for (const row of open) {
    const succession = { ...row, class: row.class as SensitivityClass }
    // The classes of one person follow one another in the order in which they were set.
    if (!waiting.has(row.pseudonym) && (await succeed(db, succession, around))) done += 1
    else waiting.add(row.pseudonym)
  }
  return done
}

async function succeed(db: Db, succession: Succession, around: Reencrypting): Promise<boolean> {
  const { pseudonym, newKey } = succession
  const held = await inTransaction(db, (tx) => findHeldPerson(tx, pseudonym))
  if (held !== undefined && held.class !== succession.class) {
    const pair = await obtainKeys({ oldKey: held.keyId, newKey }, around)
    if (pair === undefined) return false
    const isWritten = await inTransaction(db, (tx) => rewrite(tx, succession, { ...around, pair }))
    if (!isWritten) return false
  }
  return endSuccession(db, succession, around)
}

/** Both keys, open; undefined while they cannot be. A new one that a crash left behind is used. */
async function obtainKeys(
  { oldKey, newKey }: { readonly oldKey: string; readonly newKey: string },
  { keys }: Reencrypting,
): Promise<Pair | undefined> {
  const before = await openKey(keys, oldKey)
  if (!before.ok) return undefined
  const found = await openKey(keys, newKey)
  const isNew = !found.ok && found.problem === 'unknownKey'
  const after = isNew ? await keys({ does: 'make', keyId: newKey, succeeds: oldKey }) : found
  return after.ok
    ? { oldKey, before: bytesOf(before.value), after: bytesOf(after.value) }
    : undefined
}

/** Nobody sees what is opened here: it counts against a limit of its own. */
function openKey(keys: AskKeys, keyId: string): Promise<KeyAnswer<'unwrap'>> {
  return keys({ does: 'unwrap', keyId, actor: KEYS.id, purpose: 'reencryption' })
}

function bytesOf({ dataKey }: { readonly dataKey: string }): Uint8Array {
  return Buffer.from(dataKey, 'base64')
}

/** All of the person under the new key; false where it was written meanwhile, or is damaged. */
async function rewrite(
  tx: Db,
  { id, pseudonym, class: after, newKey }: Succession,
  { clock, pair }: Reencrypting & { readonly pair: Pair },
): Promise<boolean> {
  const held = await findHeldPerson(tx, pseudonym, 'update')
  const content = held?.keyId === pair.oldKey ? await openPerson(tx, held, pair.before) : undefined
  if (held === undefined || content === undefined) return false
  const next = { ...held, keyId: newKey, class: after }
  await writePerson(tx, next, { content, dataKey: pair.after })
  const now = clock.now()
  await tx
    .updateTable('identity_succession')
    .set({ old_key: pair.oldKey, written_at: now })
    .where('id', '=', id)
    .execute()
  const change = { class: after, oldKey: pair.oldKey, newKey }
  await enter(tx, 'identity.reencrypted', { pseudonym, now, change })
  return true
}

/** Retires the key before, where one was followed; nothing is left to do of a person who was erased. */
async function endSuccession(
  db: Db,
  { id, pseudonym }: Succession,
  { keys, clock }: Reencrypting,
): Promise<boolean> {
  const row = await db
    .selectFrom('identity_succession')
    .select('old_key')
    .where('id', '=', id)
    .executeTakeFirst()
  const oldKey = row?.old_key ?? null
  const retired = oldKey === null ? null : await keys({ does: 'retire', keyId: oldKey })
  if (retired?.ok === false) return false
  const now = clock.now()
  await inTransaction(db, async (tx) => {
    await tx
      .updateTable('identity_succession')
      .set({ ended_at: now })
      .where('id', '=', id)
      .execute()
    if (retired === null) return
    const change = { keyId: oldKey, ...retired.value }
    await enter(tx, 'identity.keyRetired', { pseudonym, now, change })
  })
  return true
}

/** Nobody's act: it follows from the change of class, which is somebody's. */
function enter(
  tx: Db,
  action: 'identity.reencrypted' | 'identity.keyRetired',
  {
    pseudonym,
    now,
    change,
  }: { readonly pseudonym: string; readonly now: Date; readonly change: Json },
): Promise<void> {
  const object = { type: 'identity', id: pseudonym } as const
  return record(tx, { at: now, actor: null, requestId: null, action, object, change })
}
