import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import { findDocument } from './queries.ts'
import type { DocumentAnswer } from './rows.ts'

/** The document that a file of these bytes was brought in for, in whatever version. */
export async function findByHash(
  db: Db,
  sha256: Buffer,
): Promise<{ id: string; removed: boolean } | undefined> {
  const row = await db
    .selectFrom('rendition')
    .innerJoin('document', 'document.id', 'rendition.document_id')
    .select(['document.id', 'document.removed_at'])
    .where('rendition.original', '=', sha256)
    .executeTakeFirst()
  return row && { id: row.id, removed: row.removed_at !== null }
}

/** The id of the document held under a symbol, however its blanks and brackets are written. */
export function findHeldBySymbol(db: Db, symbol: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('document')
    .select('id')
    .where('symbol_key', '=', sql<string>`symbol_key(${symbol})`)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

/** Keeps a document from being removed or given a version by somebody else until the transaction ends. */
export function lockDocument(
  db: Db,
  id: string,
): Promise<{ id: string; symbol: string | null; removed_at: Date | null } | undefined> {
  return db
    .selectFrom('document')
    .select(['id', 'symbol', 'removed_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** A document that is held now; refuses one that is not there or is removed. */
export async function getHeldDocument(db: Db, id: string): Promise<DocumentAnswer> {
  const document = await findDocument(db, id)
  return document && document.removedAt === null ? document : refuse('document.unknown')
}
