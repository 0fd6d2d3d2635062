import pg from 'pg'

/** Makes the installation as it was before the first visit; the audit log stays, as it must. */
export async function forgetAccounts(owner: pg.ClientConfig): Promise<void> {
  await asOwner(owner, 'delete from first_account; delete from session')
  await asOwner(owner, 'delete from account; delete from sign_in_attempts')
}

/** Runs a statement with the rights of the owner of the tables. */
export async function asOwner(owner: pg.ClientConfig, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}
