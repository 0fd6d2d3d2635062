import type { Account } from '@vigil/contract/schemas'
import { Role } from '@vigil/core/policy'
import type { Selectable } from 'kysely'
import type { Account as AccountRow } from '../db/tables.ts'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

/** An account as it is made. `passphrase` is its hash. */
export interface AccountToMake extends Pick<Selectable<AccountRow>, 'name' | 'passphrase'> {
  readonly signInName: string
  readonly roles: readonly Role[]
  readonly now: Date
}

type StoredAccount = Omit<Selectable<AccountRow>, 'passphrase'>

/** An account that can be signed in to. */
interface AccountWithPassphrase extends StoredAccount {
  readonly passphrase: string
}

/** The first account may do everything that there is yet. */
export const FIRST_ROLES: readonly Role[] = ['administrator', 'secretariat']

const COLUMNS = ['id', 'name', 'sign_in_name', 'roles', 'created_at'] as const

/** Makes an account. Gives undefined where somebody has the name already. */
export async function createAccount(tx: Db, account: AccountToMake): Promise<Account | undefined> {
  const { name, signInName, passphrase, roles, now } = account
  const made = await tx
    .insertInto('account')
    .values({
      id: uuidV7(now),
      name,
      sign_in_name: signInName,
      passphrase,
      roles: [...roles],
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('sign_in_name').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()
  return made && toAccount(made)
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

export function findAccount(
  db: Db,
  signInName: string,
): Promise<AccountWithPassphrase | undefined> {
  return db
    .selectFrom('account')
    .select([...COLUMNS, 'passphrase'])
    .where('sign_in_name', '=', signInName)
    .executeTakeFirst()
}

export async function listAccounts(db: Db): Promise<Account[]> {
  const rows = await db.selectFrom('account').select(COLUMNS).orderBy('sign_in_name').execute()
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
    roles: Role.options.filter((role) => row.roles.includes(role)),
    createdAt: row.created_at.toISOString(),
  }
}
