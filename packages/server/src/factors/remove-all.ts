import type { Db } from '../db/transaction.ts'

/** Takes away everything that an account signs in with beside its passphrase: none of it is to be trusted. */
export async function removeEveryFactor(tx: Db, accountId: string): Promise<void> {
  for (const table of ['passkey', 'totp', 'recovery_sheet', 'provider_link'] as const) {
    await tx.deleteFrom(table).where('account_id', '=', accountId).execute()
  }
}
