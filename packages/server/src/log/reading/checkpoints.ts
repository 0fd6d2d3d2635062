import type { CheckpointList, CheckpointQuery, ListedCheckpoint } from '@vigil/contract/schemas'
import { parseVerifierKey, typedCheckpoint, type VerifierKey } from '@vigil/core/log'
import { sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'
import { type HeldCheckpoint, isSigned, selectCheckpoints } from '../held.ts'
import { findStoredKey } from '../key.ts'

/** Checkpoints, newest first, each with whether the log's key signed it. */
export async function listCheckpoints(db: Db, query: CheckpointQuery): Promise<CheckpointList> {
  const key = await findPublicKey(db)
  if (!key) return { log: null, checkpoints: [], next: null }
  const { each, after, limit } = query
  const rows = await selectCheckpoints(db)
    .$if(each === 'day', (all) => all.where('number', 'in', lastOfDays(db)))
    .$if(after !== undefined, (all) => all.where('number', '<', after ?? 0))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return {
    log: { name: key.name, key: key.text },
    checkpoints: rows.map((row) => toListed(row, key)),
    next: rows.length === limit ? (rows.at(-1)?.number ?? null) : null,
  }
}

/** The newest checkpoint, for what is taken along now; null while the log is empty. */
export async function findNewest(db: Db): Promise<ListedCheckpoint | null> {
  const { checkpoints } = await listCheckpoints(db, { each: 'every', limit: 1 })
  return checkpoints[0] ?? null
}

function lastOfDays(db: Db) {
  return db
    .selectFrom('log_checkpoint')
    .select(({ fn }) => fn.max('number').as('number'))
    .groupBy(sql`(at at time zone 'UTC')::date`)
}

interface PublicKey extends VerifierKey {
  readonly text: string
}

async function findPublicKey(db: Db): Promise<PublicKey | undefined> {
  const text = await findStoredKey(db)
  if (text === undefined) return undefined
  const read = parseVerifierKey(text)
  return read.ok ? { ...read.value, text } : undefined
}

function toListed(row: HeldCheckpoint, key: VerifierKey): ListedCheckpoint {
  const { number, at, size, root, note } = row
  return {
    number,
    at,
    size,
    root: root.toString('hex'),
    typed: typedCheckpoint({ size, root }, key),
    note,
    isGenuine: isSigned(row, key),
  }
}
