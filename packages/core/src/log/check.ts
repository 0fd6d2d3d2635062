import { addLeaf, EMPTY_TREE, type Frontier, rootOf } from './frontier.ts'
import { equalHashes, type Hash, hashLeaf, pureSha256, type Sha256 } from './hash.ts'
import type { TreeHead } from './verify-consistency.ts'

/** An entry as it is found in the store. */
export interface FoundEntry {
  /** The number that it has in the log, from 0 without gaps. */
  readonly index: number
  /** Its bytes, made anew from what the store says today. */
  readonly bytes: Uint8Array
  /** The leaf hash that was stored when it was written, where the store has one. */
  readonly leaf?: Hash
}

/**
 * The first fault of a log; the sentences stand in the catalogue `log.json` under `fault.` and the kind.
 *
 * - `entryMissing`: where entry `index` should come, entry `found` does
 * - `entryChanged`: entry `index` is not what it was when its leaf hash was stored
 * - `historyDiffers`: among the entries `from` to `last` there are others than when the checkpoint was
 *   signed; those before `from` agree with a checkpoint
 * - `historyShorter`: the log ends after `entries`, and the checkpoint has seen `size` of them
 * - `checkpointFalse`: the checkpoint says of an empty log what is true of none
 *
 * `checkpoint` is the place, from 0, in the list of those that were given.
 */
export type LogFault =
  | { readonly kind: 'entryMissing'; readonly index: number; readonly found: number }
  | { readonly kind: 'entryChanged'; readonly index: number }
  | (OfCheckpoint & {
      readonly kind: 'historyDiffers'
      readonly from: number
      readonly last: number
    })
  | (OfCheckpoint & {
      readonly kind: 'historyShorter'
      readonly entries: number
      readonly size: number
    })
  | (OfCheckpoint & { readonly kind: 'checkpointFalse' })

interface OfCheckpoint {
  readonly checkpoint: number
}

/** A check under way, so that a log need not fit into memory. */
export interface LogCheck {
  readonly tree: Frontier
  readonly fault: LogFault | null
  /** How many entries the last checkpoint vouched for that agreed. */
  readonly agreed: number
  readonly sha256: Sha256
  /** Checkpoints of which nothing can be said yet, the smallest first. */
  readonly ahead: readonly Ahead[]
}

interface Ahead extends TreeHead {
  readonly place: number
}

/** Begins to check a log against whatever checkpoints of it are at hand, from wherever they come. */
export function beginCheck(
  checkpoints: readonly TreeHead[],
  sha256: Sha256 = pureSha256,
): LogCheck {
  const ahead = checkpoints
    .map(({ size, root }, place) => ({ size, root, place }))
    .sort((one, other) => one.size - other.size)
  return compareHeads({ tree: EMPTY_TREE, fault: null, agreed: 0, sha256, ahead })
}

/** Takes the next entry, in the order of the log. After a fault nothing more is looked at. */
export function checkEntry(check: LogCheck, entry: FoundEntry): LogCheck {
  if (check.fault !== null) return check
  const { index, bytes, leaf } = entry
  const { sha256, tree } = check
  if (index !== tree.size) {
    return { ...check, fault: { kind: 'entryMissing', index: tree.size, found: index } }
  }
  const computed = hashLeaf(bytes, sha256)
  if (leaf !== undefined && !equalHashes(leaf, computed)) {
    return { ...check, fault: { kind: 'entryChanged', index } }
  }
  return compareHeads({ ...check, tree: addLeaf(tree, computed, sha256) })
}

/** Compares the tree with every checkpoint of its size. */
function compareHeads(check: LogCheck): LogCheck {
  const { tree, ahead } = check
  const next = ahead[0]
  if (next?.size !== tree.size) return check
  if (equalHashes(next.root, rootOf(tree))) {
    return compareHeads({ ...check, agreed: tree.size, ahead: ahead.slice(1) })
  }
  return { ...check, fault: contradiction(check, next) }
}

function contradiction({ agreed }: LogCheck, { size, place: checkpoint }: Ahead): LogFault {
  return size === 0
    ? { kind: 'checkpointFalse', checkpoint }
    : { kind: 'historyDiffers', checkpoint, from: agreed, last: size - 1 }
}

/** Ends a check: the first fault, or null where every entry and every checkpoint agree. */
export function endCheck({ tree, fault, ahead }: LogCheck): LogFault | null {
  const [next] = ahead
  if (fault !== null || next === undefined) return fault
  const { size, place: checkpoint } = next
  return { kind: 'historyShorter', checkpoint, entries: tree.size, size }
}

/** Checks a whole log that is at hand: `beginCheck`, `checkEntry` for each entry, `endCheck`. */
export function checkLog(
  entries: Iterable<FoundEntry>,
  checkpoints: readonly TreeHead[],
  sha256: Sha256 = pureSha256,
): LogFault | null {
  let check = beginCheck(checkpoints, sha256)
  for (const entry of entries) check = checkEntry(check, entry)
  return endCheck(check)
}
