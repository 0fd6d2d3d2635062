import { Client, type ClientConfig, type QueryResult } from 'pg'

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
