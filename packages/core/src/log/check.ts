import { addLeaf, EMPTY_TREE, type Frontier, rootOf } from './frontier.ts'
import { equalHashes, type Hash, hashLeaf } from './hash.ts'
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
 * The first fault of a log.
 *
 * - `entryMissing`: where entry `index` should come, entry `found` does
 * - `entryChanged`: entry `index` is not what it was when its leaf hash was stored
 * - `historyDiffers`: among the entries from `from` up to, but not including, `to` there are others than
 *   when checkpoint `checkpoint` was signed; those before `from` agree with a checkpoint
 * - `historyShorter`: the log ends after `entries`, and checkpoint `checkpoint` has seen `to` of them
 *
 * `checkpoint` is the place, from 0, in the list of those that were given.
 */
export type LogFault =
  | { readonly kind: 'entryMissing'; readonly index: number; readonly found: number }
  | { readonly kind: 'entryChanged'; readonly index: number }
  | ({ readonly kind: 'historyDiffers'; readonly from: number } & Contradicted)
  | ({ readonly kind: 'historyShorter'; readonly entries: number } & Contradicted)

interface Contradicted {
  readonly checkpoint: number
  readonly to: number
}

/** A check under way, so that a log need not fit into memory. */
export interface LogCheck {
  readonly tree: Frontier
  readonly fault: LogFault | null
  /** How many entries the last checkpoint vouched for that agreed. */
  readonly agreed: number
  /** Checkpoints of which nothing can be said yet, the smallest first. */
  readonly ahead: readonly Ahead[]
}

interface Ahead extends TreeHead {
  readonly place: number
}

/** Begins to check a log against whatever checkpoints of it are at hand, from wherever they come. */
export function beginCheck(checkpoints: readonly TreeHead[]): LogCheck {
  const ahead = checkpoints
    .map(({ size, root }, place) => ({ size, root, place }))
    .sort((one, other) => one.size - other.size)
  return compareHeads({ tree: EMPTY_TREE, fault: null, agreed: 0, ahead })
}

/** Takes the next entry, in the order of the log. After a fault nothing more is looked at. */
export function checkEntry(check: LogCheck, entry: FoundEntry): LogCheck {
  if (check.fault !== null) return check
  const { index, bytes, leaf } = entry
  const { size } = check.tree
  if (index !== size) {
    return { ...check, fault: { kind: 'entryMissing', index: size, found: index } }
  }
  const computed = hashLeaf(bytes)
  if (leaf !== undefined && !equalHashes(leaf, computed)) {
    return { ...check, fault: { kind: 'entryChanged', index } }
  }
  return compareHeads({ ...check, tree: addLeaf(check.tree, computed).tree })
}

/** Compares the tree with every checkpoint of its size. */
function compareHeads(check: LogCheck): LogCheck {
  const { tree, agreed, ahead } = check
  const [next, ...later] = ahead
  if (next?.size !== tree.size) return check
  if (equalHashes(next.root, rootOf(tree))) {
    return compareHeads({ ...check, agreed: tree.size, ahead: later })
  }
  const differs = { from: agreed, to: tree.size, checkpoint: next.place }
  return { ...check, fault: { kind: 'historyDiffers', ...differs } }
}

/** Ends a check: the first fault, or null where every entry and every checkpoint agree. */
export function endCheck({ tree, fault, ahead }: LogCheck): LogFault | null {
  const [next] = ahead
  if (fault !== null || next === undefined) return fault
  const { size: to, place: checkpoint } = next
  return { kind: 'historyShorter', entries: tree.size, to, checkpoint }
}

/** Checks a whole log that is at hand: `beginCheck`, `checkEntry` for each entry, `endCheck`. */
export function checkLog(
  entries: Iterable<FoundEntry>,
  checkpoints: readonly TreeHead[],
): LogFault | null {
  let check = beginCheck(checkpoints)
  for (const entry of entries) check = checkEntry(check, entry)
  return endCheck(check)
}
