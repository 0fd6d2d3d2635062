import type { Grant, Role } from '@vigil/core/policy'
import { Client, type ClientConfig, type QueryResult } from 'pg'

/** A role everywhere, as long as any test lasts; narrower where `more` says so. */
export function grantOf(role: Role, more: Partial<Grant> = {}): Grant {
  const everywhere = { operation: null, regions: null, entity: null }
  return { role, ...everywhere, from: '2020-01-01', until: null, ...more }
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
