import { randomUUID } from 'node:crypto'
import type { Grant, Role } from '@vigil/core/policy'
import { Client, type ClientConfig, type QueryResult } from 'pg'
import type { Db } from '../../src/db/transaction.ts'

/**
 * A role everywhere, as long as any test lasts; narrower where `more` says so. A seat of a co-chair is
 * one for the mission in Aldonia, which `seatCoChairs` gives it.
 */
export function grantOf(role: Role, more: Partial<Grant> = {}): Grant {
  const everywhere = { operation: null, regions: null, entity: null }
  const seat = { operation: 'aldonia', regions: null, entity: 'mission', unStaff: true } as const
  const isSeat = role === 'co_chair' || role === 'technical_co_chair'
  return { role, ...(isSeat ? seat : everywhere), from: '2020-01-01', until: null, ...more }
}

/** The mission and UNICEF co-chair there, as long as any test lasts. */
export async function seatCoChairs(db: Db, operation = 'aldonia'): Promise<void> {
  await db
    .insertInto('co_chair_set')
    .values({
      id: randomUUID(),
      operation,
      entities: ['mission', 'unicef'],
      from_day: '2020-01-01',
      set_at: new Date(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Makes the installation as it was before the first visit; the audit log stays, as it must. */
export async function forgetAccounts(owner: ClientConfig): Promise<void> {
  await asOwner(owner, 'delete from first_account; delete from session')
  await asOwner(owner, 'delete from account; delete from sign_in_attempts')
}

/** Runs a statement with the rights of the owner of the tables. */
export async function asOwner(owner: ClientConfig, statement: string): Promise<QueryResult> {
  const client = new Client(owner)
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}
