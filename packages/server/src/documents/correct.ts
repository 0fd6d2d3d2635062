import type { DocumentCorrection } from '@vigil/contract/schemas'
import { listDocumentClauses } from '../clauses/listed.ts'
import type { Db } from '../db/transaction.ts'
import type { Written } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { findHeldBySymbol, lockDocument } from './held.ts'
import { getDocument } from './queries.ts'
import type { DocumentAnswer } from './rows.ts'

/** Puts right what is known about a document held; its text is never edited. */
export async function correctDocument(
  tx: Db,
  id: string,
  correction: DocumentCorrection,
): Promise<Written<DocumentAnswer>> {
  await lockHeld(tx, id)
  const { symbol, title, kind, dates } = correction
  if (symbol) await refuseHeldSymbol(tx, id, symbol)
  const change = {
    ...dates,
    ...(kind && { kind }),
    ...(symbol !== undefined && { symbol: symbol || null }),
    ...(title !== undefined && { title: title || null }),
  }
  if (Object.keys(change).length > 0) {
    await tx.updateTable('document').set(change).where('id', '=', id).execute()
    // What a document is decides how its clauses are read.
    await listDocumentClauses(tx, id)
  }
  return { answer: await getDocument(tx, id), object: { type: 'document', id }, change }
}

/** Takes a document out of lists and search; removing it again changes nothing. */
export async function removeDocument(
  tx: Db,
  id: string,
  now: Date,
): Promise<Written<DocumentAnswer>> {
  await lockHeld(tx, id)
  return setRemoved(tx, id, now)
}

/** Puts a removed document back, unless another one is held under its symbol by now. */
export async function restoreDocument(tx: Db, id: string): Promise<Written<DocumentAnswer>> {
  const document = (await lockDocument(tx, id)) ?? refuse('document.unknown')
  if (document.symbol) await refuseHeldSymbol(tx, id, document.symbol)
  return setRemoved(tx, id, null)
}

async function lockHeld(tx: Db, id: string): Promise<void> {
  const document = await lockDocument(tx, id)
  if (document?.removed_at !== null) refuse('document.unknown')
}

async function refuseHeldSymbol(tx: Db, id: string, symbol: string): Promise<void> {
  const held = await findHeldBySymbol(tx, symbol)
  if (held && held.id !== id) refuse('document.held', { documentId: held.id })
}

async function setRemoved(tx: Db, id: string, at: Date | null): Promise<Written<DocumentAnswer>> {
  await tx.updateTable('document').set({ removed_at: at }).where('id', '=', id).execute()
  return {
    answer: await getDocument(tx, id),
    object: { type: 'document', id },
    change: { removed: at !== null },
  }
}
