import type { Enrolled } from '@vigil/core/factors'
import type { Db } from '../db/transaction.ts'

/** An account that nobody has: it is asked about where nobody has the name, so that both cost the same. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** What an account has besides its passphrase. */
export async function readEnrolled(db: Db, accountId: string): Promise<Enrolled> {
  const { passkeys, suspects, apps, sheetCodes } = await db
    .selectNoFrom((from) => [
      from
        .selectFrom('passkey')
        .select((row) => row.fn.countAll<string>().as('count'))
        .where('account_id', '=', accountId)
        .where('suspect_since', 'is', null)
        .as('passkeys'),
      from
        .selectFrom('passkey')
        .select((row) => row.fn.countAll<string>().as('count'))
        .where('account_id', '=', accountId)
        .where('suspect_since', 'is not', null)
        .as('suspects'),
      from
        .selectFrom('totp')
        .select((row) => row.fn.countAll<string>().as('count'))
        .where('account_id', '=', accountId)
        .where('added_at', 'is not', null)
        .as('apps'),
      from
        .selectFrom('recovery_code')
        .innerJoin('recovery_sheet', 'recovery_sheet.id', 'sheet_id')
        .select((row) => row.fn.countAll<string>().as('count'))
        .where('account_id', '=', accountId)
        .where('used_at', 'is', null)
        .as('sheetCodes'),
    ])
    .executeTakeFirstOrThrow()
  return {
    passkeys: Number(passkeys),
    suspects: Number(suspects),
    hasTotp: Number(apps) > 0,
    sheetCodes: Number(sheetCodes),
  }
}

/**
 * The same, with whatever else changes it waiting until this transaction has ended: of two that remove
 * the last two things at the same moment, one is refused.
 */
export async function holdEnrolled(tx: Db, accountId: string): Promise<Enrolled> {
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
  return readEnrolled(tx, accountId)
}
