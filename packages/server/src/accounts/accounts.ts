import type { Account } from '@vigil/contract/schemas'
import type { Grant } from '@vigil/core/policy'
import type { Selectable } from 'kysely'
import type { Account as AccountRow } from '../db/tables.ts'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'
import { addGrants, readGrants, selectGrants } from './grants.ts'

/** An account as it is made. `passphrase` is its hash. */
export interface AccountToMake extends Pick<Selectable<AccountRow>, 'name' | 'passphrase'> {
  readonly signInName: string
  /** Undefined: one at random, as everybody has who is anybody. */
  readonly id?: string | undefined
  readonly grants: readonly Grant[]
  /** The account that gives the grants; none on the first visit and the command line. */
  readonly by?: string | null
  readonly now: Date
}

/** `grants` as the database gives them: not yet looked at. */
type StoredAccount = Omit<Selectable<AccountRow>, 'passphrase' | 'closed_at' | 'ended_at'> & {
  readonly grants: unknown[]
}

/** An account that can be signed in to. */
interface AccountWithPassphrase extends StoredAccount {
  readonly passphrase: string
}

const COLUMNS = ['id', 'name', 'sign_in_name', 'created_at'] as const

/** Makes an account. Gives undefined where somebody has the name already. */
export async function createAccount(tx: Db, account: AccountToMake): Promise<Account | undefined> {
  const { id, name, signInName, passphrase, grants, by = null, now } = account
  const made = await tx
    .insertInto('account')
    .values({
      id: id ?? uuidV7(now),
      name,
      sign_in_name: signInName,
      passphrase,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('sign_in_name').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()
  if (!made) return undefined
  await addGrants(tx, { accountId: made.id, grants, by, now })
  return toAccount({ ...made, grants: [...grants] })
}

/**
 * Claims the one place of the first account. Gives false where another account has it; of several that
 * try at the same moment, exactly one succeeds.
 */
export async function claimFirstAccount(tx: Db, accountId: string): Promise<boolean> {
  const claimed = await tx
    .insertInto('first_account')
    .values({ account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst()
  return claimed !== undefined
}

export async function hasFirstAccount(db: Db): Promise<boolean> {
  const found = await db.selectFrom('first_account').select('account_id').executeTakeFirst()
  return found !== undefined
}

/** The account that somebody signs in to by this name; undefined also where it is closed or has ended. */
export function findAccount(
  db: Db,
  signInName: string,
): Promise<AccountWithPassphrase | undefined> {
  return db
    .selectFrom('account')
    .select([...COLUMNS, 'passphrase'])
    .select(selectGrants)
    .where('sign_in_name', '=', signInName)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

/** The account of this id, which must be there. */
export function getAccountById(db: Db, id: string): Promise<AccountWithPassphrase> {
  return db
    .selectFrom('account')
    .select([...COLUMNS, 'passphrase'])
    .select(selectGrants)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/**
 * Whether an account is open still, which it stays until this transaction is over: an end at the same
 * moment waits, or has been waited for.
 */
export async function holdOpen(tx: Db, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

/** Every account that somebody may sign in to. */
export async function listAccounts(db: Db): Promise<Account[]> {
  const rows = await db
    .selectFrom('account')
    .select(COLUMNS)
    .select(selectGrants)
    .where('closed_at', 'is', null)
    .orderBy('sign_in_name')
    .execute()
  return rows.map(toAccount)
}

/** Replaces the hash of a passphrase. */
export async function setPassphrase(tx: Db, id: string, passphrase: string): Promise<void> {
  await tx.updateTable('account').set({ passphrase }).where('id', '=', id).execute()
}

/** The account as the contract shows it. */
export function toAccount(row: StoredAccount): Account {
  return {
    id: row.id as Account['id'],
    name: row.name,
    signInName: row.sign_in_name,
    grants: readGrants(row.grants),
    createdAt: row.created_at.toISOString(),
  }
}
