import { refuse } from '../http/refuse.ts'
import type { Db } from '../db/transaction.ts'
import { runInWorker } from '../documents/reader/pool.ts'
import type { ClauseReading, Proposal } from './job.ts'
import type { RenditionText } from './rendition-text.ts'
import { listCorrections } from './stored.ts'

/**
 * A text clause by clause, with all that people said of it and, if it is taken, `proposal`. It is
 * read in a thread beside that of the server; undefined where that would take too long.
 */
export async function findClauses(
  db: Db,
  text: RenditionText,
  proposal: Proposal | null = null,
): Promise<ClauseReading | undefined> {
  const { renditionId, document, paragraphs } = text
  const corrections = await listCorrections(db, text)
  const job = { kind: 'clauses', text: { renditionId, document, paragraphs } } as const
  const read = await runInWorker({ ...job, corrections, proposal })
  return read.ok ? read : undefined
}

/** The same; refuses a text that would take too long. */
export async function getClauses(
  db: Db,
  text: RenditionText,
  proposal: Proposal | null = null,
): Promise<ClauseReading> {
  return (await findClauses(db, text, proposal)) ?? refuse('clause.tooSlow')
}
