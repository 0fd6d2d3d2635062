import { ANNOTATION_VERSION } from '@vigil/core/documents'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Db, inTransaction } from '../db/transaction.ts'
import { lockDocument } from '../documents/held.ts'
import { listDocumentClauses } from './listed.ts'

/** What bringing the list up to date needs from outside. */
interface Relisting {
  /** Ends the work after the document in hand. */
  readonly stopping: AbortSignal
  /** Told of a document whose clauses could not be listed; the others go on. */
  readonly onFailed: (error: unknown, documentId: string) => void
}

/**
 * Lists the clauses of every document that an older reader listed, or none: after an update, one
 * document after the other, each in a transaction of its own, so that it may be stopped at any
 * moment and goes on with the next start. Several processes may do it at once.
 */
export async function relistClauses(db: Db, { stopping, onFailed }: Relisting): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  while (!stopping.aborted) {
    const next = await findStale(db, after)
    if (next === undefined) return
    after = next
    await inTransaction(db, async (tx) => {
      await lockDocument(tx, next)
      if (await isStale(tx, next)) await listDocumentClauses(tx, next)
    }).catch((error: unknown) => {
      onFailed(error, next)
    })
  }
}

/** How many renditions held are not in the list as the reader of today reads them. */
export async function countStale(db: Db): Promise<number> {
  const { count } = await selectStale(db)
    .innerJoin('document', 'document.id', 'rendition.document_id')
    .where('document.removed_at', 'is', null)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function findStale(db: Db, after: string): Promise<string | undefined> {
  const row = await selectStale(db)
    .select('rendition.document_id')
    .where('rendition.document_id', '>', after)
    .orderBy('rendition.document_id')
    .limit(1)
    .executeTakeFirst()
  return row?.document_id
}

async function isStale(db: Db, documentId: string): Promise<boolean> {
  const row = await selectStale(db)
    .select('rendition.id')
    .where('rendition.document_id', '=', documentId)
    .executeTakeFirst()
  return row !== undefined
}

function selectStale(db: Db) {
  return db.selectFrom('rendition').where('rendition.superseded_at', 'is', null).where(isUnlisted())
}

function isUnlisted(): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (
    select from clause_reading
    where clause_reading.rendition_id = rendition.id
      and clause_reading.annotation_version >= ${ANNOTATION_VERSION})`
}
