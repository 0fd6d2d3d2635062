import type { Passkey, PasskeyMade } from '@vigil/contract/schemas'
import { canRemove, type Enrolled } from '@vigil/core/factors'
import type { Selectable } from 'kysely'
import type { Passkey as PasskeyRow } from '../db/tables.ts'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

/** A passkey as it is kept. */
export type HeldPasskey = Selectable<PasskeyRow>

/** A passkey that a device made and that was found in order. */
export interface PasskeyToAdd {
  readonly accountId: string
  readonly name: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly made: PasskeyMade
  readonly now: Date
}

/** Keeps a passkey. Undefined: it is kept already. */
export function insertPasskey(
  tx: Db,
  { accountId, name, publicKey, counter, made, now }: PasskeyToAdd,
): Promise<HeldPasskey | undefined> {
  return tx
    .insertInto('passkey')
    .values({
      id: uuidV7(now),
      account_id: accountId,
      credential_id: Buffer.from(made.id, 'base64url'),
      public_key: Buffer.from(publicKey),
      counter,
      transports: made.response.transports ?? [],
      name,
      added_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

/** The passkey of this credential id (base64url), whoever it belongs to, unless that account is closed. */
export function findPasskey(db: Db, credentialId: string): Promise<HeldPasskey | undefined> {
  return db
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'account_id')
    .selectAll('passkey')
    .where('closed_at', 'is', null)
    .where('credential_id', '=', Buffer.from(credentialId, 'base64url'))
    .executeTakeFirst()
}

/** All passkeys of an account, in the order in which they were added. */
export function listPasskeys(db: Db, accountId: string): Promise<HeldPasskey[]> {
  return db
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

/** One of an account's own passkeys; nobody finds another's. */
export function findOwnPasskey(
  db: Db,
  { accountId, id }: { accountId: string; id: string },
): Promise<HeldPasskey | undefined> {
  return db
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/**
 * Notes that a passkey was used. False where it has been used, marked or removed since it was looked
 * up: then this use does not count.
 */
export async function useUp(
  tx: Db,
  { passkey, counter, now }: { passkey: HeldPasskey; counter: number; now: Date },
): Promise<boolean> {
  const used = await tx
    .updateTable('passkey')
    .set({ counter, last_used_at: now })
    .where('id', '=', passkey.id)
    .where('counter', '=', passkey.counter)
    .where('suspect_since', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** Its counter went backwards: from now on it opens nothing. */
export async function markSuspect(tx: Db, { id, now }: { id: string; now: Date }): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ suspect_since: now })
    .where('id', '=', id)
    .where('suspect_since', 'is', null)
    .execute()
}

/** Gives one of an account's own passkeys another name; undefined where it is none of them. */
export function setPasskeyName(
  tx: Db,
  { accountId, id, name }: { accountId: string; id: string; name: string },
): Promise<HeldPasskey | undefined> {
  return tx
    .updateTable('passkey')
    .set({ name })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export async function deletePasskey(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('passkey').where('id', '=', id).execute()
}

/** A passkey as its owner is shown it. */
export function showPasskey(row: HeldPasskey, enrolled: Enrolled): Passkey {
  return {
    id: row.id as Passkey['id'],
    name: row.name,
    addedAt: row.added_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    suspectSince: row.suspect_since?.toISOString() ?? null,
    isRemovable: canRemove(row.suspect_since ? 'suspect' : 'passkey', enrolled),
  }
}
