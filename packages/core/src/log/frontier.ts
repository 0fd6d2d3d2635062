import { type Hash, hashNode } from './hash.ts'
import { joinPeaks, type ReadHash, type Subtree, subtreesOf } from './subtree.ts'

/**
 * All that a tree needs in order to grow: how many leaves it has, and the hashes of the perfect
 * subtrees that they make up, the largest first, at most 53.
 */
export interface Frontier {
  readonly size: number
  readonly peaks: readonly Hash[]
}

/** The hash of a perfect subtree that an entry made complete. */
export interface Completed extends Subtree {
  readonly hash: Hash
}

/** The tree without leaves. */
export const EMPTY_TREE: Frontier = { size: 0, peaks: [] }

/** The frontier of the tree as it was at `size`, from stored hashes. */
export function frontierAt(size: number, read: ReadHash): Frontier {
  return { size, peaks: subtreesOf({ from: 0, to: size }).map((subtree) => read(subtree)) }
}

/** The root of a tree (RFC 6962 2.1). */
export function rootOf({ peaks }: Frontier): Hash {
  return joinPeaks(peaks)
}

/** The root of the tree as it was at `size`, from stored hashes. */
export function rootAt(size: number, read: ReadHash): Hash {
  return rootOf(frontierAt(size, read))
}

/**
 * Adds one leaf: the frontier with it, and all perfect subtrees that it completes, itself first. As
 * many hashes are computed as the size ends in binary ones: one on average, log2(size) at most.
 */
export function addLeaf(
  { size, peaks }: Frontier,
  leaf: Hash,
): { readonly tree: Frontier; readonly completed: readonly Completed[] } {
  let top: Completed = { level: 0, index: size, hash: leaf }
  const completed = [top]
  let left = peaks.length - 1
  for (; top.index % 2 === 1; left -= 1) {
    top = joinLeft(peaks[left], top)
    completed.push(top)
  }
  return { tree: { size: size + 1, peaks: [...peaks.slice(0, left + 1), top.hash] }, completed }
}

function joinLeft(left: Hash | undefined, { level, index, hash }: Completed): Completed {
  if (left === undefined) throw new RangeError('a frontier lacks a peak of its size')
  return { level: level + 1, index: (index - 1) / 2, hash: hashNode(left, hash) }
}
