import type { Account, NewAccount } from '@vigil/contract/schemas'
import { findGivingFault, type GivingFault, type Grant, type Role } from '@vigil/core/policy'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { readCoChairs } from '../task-force/co-chairs.ts'
import {
  claimFirstAccount,
  createAccount,
  findAccount,
  setPassphrase,
  toAccount,
} from './accounts.ts'
import { giveRoles } from '../people/roles.ts'
import { endGrants } from './grants.ts'
import { hashPassphrase } from './passphrase.ts'
import { endSessionsOf } from './sessions.ts'

/** What whoever holds the data directory does without being signed in: the audit log names no account. */
const FROM_COMMAND_LINE = { actor: null, requestId: null } as const

/** An account to be made by hand. */
export interface AccountByHand extends NewAccount {
  readonly grants: readonly Grant[]
  readonly id?: string | undefined
  readonly now: Date
}

/**
 * Makes an account; none can be made in the browser as the first one any more. Undefined: the name is
 * taken. Refuses roles that one person may not hold together, and days in the wrong order.
 */
export async function addAccount(db: Db, account: AccountByHand): Promise<Account | undefined> {
  await checkGiving(db, account.grants)
  const passphrase = await hashPassphrase(account.passphrase)
  return inTransaction(db, async (tx) => {
    const made = await createAccount(tx, { ...account, passphrase })
    if (!made) return undefined
    await claimFirstAccount(tx, made.id)
    const object = { type: 'account', id: made.id } as const
    const at = account.now
    await record(tx, { ...FROM_COMMAND_LINE, at, action: 'account.create', object, change: made })
    return made
  })
}

/** Gives an account another passphrase and ends its sessions. Undefined: nobody has the name. */
export async function renewPassphrase(
  db: Db,
  { signInName, passphrase, now }: Pick<AccountByHand, 'signInName' | 'passphrase' | 'now'>,
): Promise<Account | undefined> {
  const hash = await hashPassphrase(passphrase)
  return inTransaction(db, async (tx) => {
    const found = await findAccount(tx, signInName)
    if (!found) return undefined
    await setPassphrase(tx, found.id, hash)
    await endSessionsOf(tx, found.id)
    await record(tx, {
      ...FROM_COMMAND_LINE,
      at: now,
      action: 'account.renewPassphrase',
      object: { type: 'account', id: found.id },
      change: { passphrase: 'renewed' },
    })
    return toAccount(found)
  })
}

/**
 * Gives an account further grants; they hold from the next request on. Undefined: nobody has the name.
 * Refuses roles that one person may not hold together.
 */
export function grantRoles(
  db: Db,
  { signInName, grants, now }: Pick<AccountByHand, 'signInName' | 'grants' | 'now'>,
): Promise<Account | undefined> {
  return inTransaction(db, async (tx) => {
    const found = await findAccount(tx, signInName)
    if (!found) return undefined
    const account = toAccount(found)
    const fault = await giveRoles(tx, { accountId: account.id, grants, by: null, now })
    if (fault) refuseGiving(fault)
    const object = { type: 'account', id: account.id } as const
    const change = { grants: grants.map((grant) => ({ ...grant })) }
    await record(tx, { ...FROM_COMMAND_LINE, at: now, action: 'account.grant', object, change })
    return { ...account, grants: [...account.grants, ...grants] }
  })
}

/** Takes roles away from an account, from the next request on; gives how many grants ended. */
export function revokeRoles(
  db: Db,
  { signInName, roles, now }: { signInName: string; roles: readonly Role[]; now: Date },
): Promise<number | undefined> {
  return inTransaction(db, async (tx) => {
    const found = await findAccount(tx, signInName)
    if (!found) return undefined
    const ended = await endGrants(tx, { accountId: found.id, roles, now })
    if (ended === 0) return 0
    const object = { type: 'account', id: found.id } as const
    const change = { roles: [...roles] }
    await record(tx, { ...FROM_COMMAND_LINE, at: now, action: 'account.revoke', object, change })
    return ended
  })
}

/** Refuses grants for a new account that make no sense, exclude each other, or name no seat. */
export async function checkGiving(db: Db, added: readonly Grant[]): Promise<void> {
  const giving = { giver: null, holder: null, held: [], added }
  const fault = findGivingFault({ ...giving, coChairs: await readCoChairs(db) })
  if (fault) refuseGiving(fault)
}

function refuseGiving(fault: GivingFault): never {
  if (fault.fault === 'own') throw new Error('The command line has no roles of its own')
  if (fault.fault === 'days') {
    const { from, until } = fault.grant
    throw new Refusal('refusal.account.days', { from, until: String(until) })
  }
  if (fault.fault === 'excluded') {
    const [one, other] = fault.pair
    throw new Refusal('refusal.account.roles', { one: one.role, other: other.role })
  }
  const { role, entity, operation, from } = fault.grant
  const values = { role, entity: String(entity), operation: String(operation), from }
  throw new Refusal(`refusal.account.${fault.fault}`, values)
}
