import {
  type Checkpoint,
  formatCheckpoint,
  formatNote,
  signNote,
  type SignerKey,
  type TreeHead,
} from '@vigil/core/log'
import type { Db } from '../db/transaction.ts'
import { signWith } from './crypto.ts'

/** What the log states about itself, and when, in a row of numbers without gaps. */
export interface Statement extends TreeHead {
  readonly number: number
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string
}

/**
 * The text of a checkpoint (C2SP tlog-checkpoint). Two lines of this log's own stand below the root:
 * which checkpoint it is, so that none can be taken out of the row, and the time of the server.
 */
export function toCheckpoint({ number, size, root, at }: Statement, origin: string): Checkpoint {
  return { origin, size, root, extensions: [`number ${number}`, `at ${at}`] }
}

/** The newest checkpoint; undefined while the log is empty. */
export async function findHead(
  db: Db,
): Promise<{ number: number; size: number; note: string } | undefined> {
  return db
    .selectFrom('log_checkpoint')
    .select(['number', 'size', 'note'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Signs a checkpoint and keeps it. */
export async function addCheckpoint(
  db: Db,
  { statement, key }: { readonly statement: Statement; readonly key: SignerKey },
): Promise<void> {
  const text = formatCheckpoint(toCheckpoint(statement, key.name))
  const note = formatNote(signNote({ text, signatures: [] }, key, signWith(key.seed)))
  const root = Buffer.from(statement.root)
  await db
    .insertInto('log_checkpoint')
    .values({ ...statement, root, note })
    .execute()
}
