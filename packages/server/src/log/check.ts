import {
  appendLeaves,
  beginCheck,
  checkEntry,
  endCheck,
  entryLeaf,
  formatVerifierKey,
  type Hash,
  type LogCheck,
  type LogFault,
  rootOf,
  type TilePlace,
  type TreeHead,
  type VerifierKey,
} from '@vigil/core/log'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { sha256 } from './crypto.ts'
import { selectEntries, type StoredEntry } from './entries.ts'
import { type HeldFault, readHeld } from './held.ts'
import { findStoredKey } from './key.ts'
import { findChangedTile, findMisfittingTile } from './tiles.ts'

/**
 * What the database says against itself; the sentences stand in the catalogue `cli.json` under `check.`
 * and the kind.
 *
 * - `keyDiffers`: the log is signed by another key than that of the data directory
 * - `checkpointMissing`, `checkpointChanged`: checkpoint `number` is not there, or not as it was signed
 * - `entryGone`: entry `index` is in the log, and what it speaks of is not in the audit table
 * - `entryUnnumbered`: the audit entry `id` is neither in the log nor waiting to be
 * - `entryLost`: an audit entry went before it came into the log
 * - `tileChanged`: a tile is not made of the entries
 */
type StoreFault =
  | HeldFault
  | { readonly kind: 'keyDiffers' }
  | { readonly kind: 'entryGone'; readonly index: number }
  | { readonly kind: 'entryUnnumbered'; readonly id: string }
  | { readonly kind: 'entryLost' }
  | { readonly kind: 'tileChanged'; readonly level: number; readonly index: number }

/** The log as far as it was checked: all of it where there is no fault. */
export interface InstallationCheck extends TreeHead {
  readonly fault: LogFault | StoreFault | null
}

/** By whose signatures, and against which checkpoints from elsewhere. */
export interface Against {
  readonly key: VerifierKey | undefined
  readonly given: readonly TreeHead[]
}

const AT_ONCE = 1_024

/**
 * Computes the log anew from the audit entries, as they stand at one moment, and compares numbers,
 * hashes, tiles, every checkpoint held and every one given; names the first fault. `checkpoint` of a
 * fault counts those given first, then those held.
 */
export async function checkInstallation(db: Db, against: Against): Promise<InstallationCheck> {
  if (db.isTransaction) return checkAll(db, against)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => checkAll(tx, against))
}

async function checkAll(tx: Db, { key, given }: Against): Promise<InstallationCheck> {
  const held = await readHeld(tx, key)
  const check = beginCheck(given, sha256)
  const walk = await checkEntries(tx, { ...START, check, heads: held.heads, given: given.length })
  const { size } = walk.check.tree
  const fault =
    (await findForeignKey(tx, key)) ??
    walk.fault ??
    held.fault ??
    endCheck(walk.check) ??
    endHeld(walk) ??
    (await findStray(tx, size))
  return { size, root: rootOf(walk.check.tree), fault }
}

async function findForeignKey(tx: Db, key: VerifierKey | undefined): Promise<StoreFault | null> {
  const stored = await findStoredKey(tx)
  const isOurs = stored === undefined || (key !== undefined && stored === formatVerifierKey(key))
  return isOurs ? null : { kind: 'keyDiffers' }
}

/** How far along the entries a check is. */
interface Walk {
  readonly check: LogCheck
  readonly fault: LogFault | StoreFault | null
  /** The checkpoints held, and how many of them agree. */
  readonly heads: readonly TreeHead[]
  readonly agreed: number
  /** How many checkpoints were given. */
  readonly given: number
}

const START = { fault: null, agreed: 0 } as const

interface Numbered {
  readonly index: number
  readonly leaf: Hash
  /** Null where the audit table has no such entry. */
  readonly entry: StoredEntry | null
}

async function checkEntries(tx: Db, start: Walk): Promise<Walk> {
  let walk: Walk = { ...start, fault: start.check.fault }
  for (;;) {
    const before = walk.check.tree
    const rows = await readNumbered(tx, before.size)
    for (const row of rows) walk = takeEntry(walk, row)
    if (walk.fault !== null || rows.length === 0) return walk
    const leaves = rows.map(({ leaf }) => leaf)
    const tile = await findChangedTile(tx, appendLeaves(before, leaves, sha256).tiles)
    if (tile !== undefined) return { ...walk, fault: toFault(tile) }
  }
}

async function readNumbered(tx: Db, from: number): Promise<Numbered[]> {
  const places = tx
    .selectFrom('log_entry')
    .where('index', '>=', from)
    .orderBy('index')
    .limit(AT_ONCE)
  const numbered = await places.select(['index', 'seq', 'leaf']).execute()
  const entries = await selectEntries(tx)
    .where('audit_entry.seq', 'in', places.select('seq'))
    .execute()
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
  return numbered.map(({ index, seq, leaf }) => ({ index, leaf, entry: bySeq.get(seq) ?? null }))
}

/** Takes the next entry. After a fault nothing more is looked at. */
function takeEntry(walk: Walk, { index, leaf, entry }: Numbered): Walk {
  if (walk.fault !== null) return walk
  if (entry === null && index === walk.check.tree.size) {
    return { ...walk, fault: { kind: 'entryGone', index } }
  }
  const bytes = entry === null ? new Uint8Array(0) : entryLeaf(entry)
  const check = checkEntry(walk.check, { index, bytes, leaf })
  return compareHeld({ ...walk, check, fault: check.fault })
}

/** Compares the tree with the next checkpoint held, where that is of its size. */
function compareHeld(walk: Walk): Walk {
  const { check, fault, heads, agreed, given } = walk
  const next = heads[agreed]
  if (fault !== null || next?.size !== check.tree.size) return walk
  if (Buffer.compare(next.root, rootOf(check.tree)) === 0) return { ...walk, agreed: agreed + 1 }
  const from = Math.max(check.agreed, heads[agreed - 1]?.size ?? 0)
  const place = { checkpoint: given + agreed, from, last: next.size - 1 }
  return { ...walk, fault: { kind: 'historyDiffers', ...place } }
}

/** Every checkpoint held must have had its turn, and the last one vouch for the last entry. */
function endHeld({ check, heads, agreed, given }: Walk): LogFault | StoreFault | null {
  const { size: entries } = check.tree
  const next = heads[agreed]
  if (next !== undefined) {
    return { kind: 'historyShorter', checkpoint: given + agreed, entries, size: next.size }
  }
  const isCovered = (heads.at(-1)?.size ?? 0) === entries
  return isCovered ? null : { kind: 'checkpointMissing', number: heads.length }
}

/** What no entry of the log led to. */
async function findStray(tx: Db, size: number): Promise<StoreFault | null> {
  const tile = await findMisfittingTile(tx, size)
  if (tile !== undefined) return toFault(tile)
  const { rows } = await sql<{ id: string | null }>`
    select audit_entry.id
    from audit_entry full join log_pending using (seq)
    where audit_entry.seq is null
      or log_pending.seq is null
        and not exists (select from log_entry where log_entry.seq = audit_entry.seq)
    order by seq limit 1`.execute(tx)
  const [stray] = rows
  if (stray === undefined) return null
  return stray.id === null ? { kind: 'entryLost' } : { kind: 'entryUnnumbered', id: stray.id }
}

function toFault({ level, index }: TilePlace): StoreFault {
  return { kind: 'tileChanged', level, index }
}
