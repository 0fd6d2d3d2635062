import { openNote, parseCheckpoint, type TreeHead, type VerifierKey } from '@vigil/core/log'
import type { Db } from '../db/transaction.ts'
import { type Statement, toCheckpoint } from './checkpoints.ts'
import { verifyEd25519 } from './crypto.ts'
import { writtenMoment } from './entries.ts'

/** What is wrong with the checkpoints that the database holds, whatever they say of the log. */
export type HeldFault =
  | { readonly kind: 'checkpointMissing'; readonly number: number }
  | { readonly kind: 'checkpointChanged'; readonly number: number }

/** The checkpoints of the database in their order, as far as they are what the log's key signed. */
export interface Held {
  readonly heads: readonly TreeHead[]
  readonly fault: HeldFault | null
}

/** A checkpoint as the database holds it: the note that was signed, and what stands beside it. */
export interface HeldCheckpoint extends Statement {
  readonly root: Buffer
  readonly note: string
}

const AT_ONCE = 1_000

/** Reads all checkpoints of the database and checks each by itself. */
export async function readHeld(db: Db, key: VerifierKey | undefined): Promise<Held> {
  const heads: TreeHead[] = []
  for (;;) {
    const rows = await readRows(db, heads.length)
    for (const row of rows) {
      const fault = findFault(row, { number: heads.length, key })
      if (fault !== null) return { heads, fault }
      heads.push({ size: row.size, root: row.root })
    }
    if (rows.length < AT_ONCE) return { heads, fault: null }
  }
}

/** Checkpoints with all that their signatures are checked against. */
export function selectCheckpoints(db: Db) {
  return db
    .selectFrom('log_checkpoint')
    .select(['number', 'size', 'root', writtenMoment('log_checkpoint.at').as('at'), 'note'])
}

function readRows(db: Db, from: number): Promise<HeldCheckpoint[]> {
  return selectCheckpoints(db)
    .where('number', '>=', from)
    .orderBy('number')
    .limit(AT_ONCE)
    .execute()
}

function findFault(
  row: HeldCheckpoint,
  { number, key }: { readonly number: number; readonly key: VerifierKey | undefined },
): HeldFault | null {
  if (row.number !== number) return { kind: 'checkpointMissing', number }
  return isSigned(row, key) ? null : { kind: 'checkpointChanged', number }
}

/** Whether the note is signed by this key and by nobody else, and says what the columns say. */
export function isSigned({ note, ...row }: HeldCheckpoint, key: VerifierKey | undefined): boolean {
  if (key === undefined) return false
  const opened = openNote(note, [key], verifyEd25519)
  if (!opened.ok || opened.value.signatures.length !== 1) return false
  const said = parseCheckpoint(opened.value.text)
  if (!said.ok) return false
  const { origin, size, root, extensions } = said.value
  const expected = toCheckpoint(row, key.name)
  return (
    origin === expected.origin &&
    size === expected.size &&
    row.root.equals(root) &&
    extensions.join('\n') === expected.extensions.join('\n')
  )
}
