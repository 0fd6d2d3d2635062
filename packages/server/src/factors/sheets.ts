import { createHash, randomBytes } from 'node:crypto'
import type { OwnFactors, SheetMade } from '@vigil/contract/schemas'
import { formatSheetCode, readSheetCode, SHEET } from '@vigil/core/factors'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

/** A code of a sheet that is right and not used yet. */
export interface SheetCode {
  readonly sheetId: string
  readonly code: string
}

/** Makes a sheet in place of the one before, whose codes are void from then on. */
export async function makeSheet(
  tx: Db,
  { accountId, now }: { accountId: string; now: Date },
): Promise<Omit<SheetMade, 'checkpoint'> & { readonly id: string }> {
  await tx.deleteFrom('recovery_sheet').where('account_id', '=', accountId).execute()
  const id = uuidV7(now)
  const codes = Array.from({ length: SHEET.codes }, () =>
    formatSheetCode(randomBytes(SHEET.bits / 8)),
  )
  await tx
    .insertInto('recovery_sheet')
    .values({ id, account_id: accountId, made_at: now })
    .execute()
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({ sheet_id: id, code_sha256: hashOf(id, readSheetCode(code) ?? '') })),
    )
    .execute()
  return { id, madeAt: now.toISOString(), codes }
}

/**
 * The code as typed, where it is one of the account's sheet and not used yet. Takes nothing away: whoever
 * goes on with it calls `spendSheetCode`.
 */
export async function findSheetCode(
  db: Db,
  { accountId, typed }: { accountId: string; typed: string },
): Promise<SheetCode | undefined> {
  const code = readSheetCode(typed)
  const sheet = await db
    .selectFrom('recovery_sheet')
    .select('id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const found = await db
    .selectFrom('recovery_code')
    .select('sheet_id')
    .where('sheet_id', '=', sheet?.id ?? accountId)
    .where('code_sha256', '=', hashOf(sheet?.id ?? accountId, code ?? ''))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return found && code !== null ? { sheetId: found.sheet_id, code } : undefined
}

/** Uses a code. Of several that use it at the same moment, one is told yes. */
export async function spendSheetCode(
  tx: Db,
  { sheetId, code, now }: SheetCode & { readonly now: Date },
): Promise<boolean> {
  const spent = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('sheet_id', '=', sheetId)
    .where('code_sha256', '=', hashOf(sheetId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return spent.numUpdatedRows === 1n
}

/** What an account's owner is told of the sheet: when it was made, and how many codes are left. */
export async function showSheet(db: Db, accountId: string): Promise<OwnFactors['sheet']> {
  const row = await db
    .selectFrom('recovery_sheet')
    .innerJoin('recovery_code', 'sheet_id', 'recovery_sheet.id')
    .select(['made_at', sql<string>`count(*)`.as('of')])
    .select(sql<string>`count(*) filter (where used_at is null)`.as('left'))
    .where('account_id', '=', accountId)
    .groupBy('recovery_sheet.id')
    .executeTakeFirst()
  if (!row) return null
  return { madeAt: row.made_at.toISOString(), left: Number(row.left), of: Number(row.of) }
}

function hashOf(sheetId: string, code: string): Buffer {
  return createHash('sha256').update(`${sheetId} ${code}`).digest()
}
