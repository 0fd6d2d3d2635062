import { type Hash, hashNode, type Sha256 } from './hash.ts'
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

/** Adds one leaf: the tree with it. */
export function addLeaf({ size, peaks }: Frontier, leaf: Hash, sha256: Sha256): Frontier {
  const grown = [...peaks]
  settle(grown, { level: 0, index: size, hash: leaf }, sha256)
  return { size: size + 1, peaks: grown }
}

/**
 * Puts a leaf behind `peaks`, which are changed, and gives all perfect subtrees that it completes, itself
 * first. As many hashes are computed as the leaf's index ends in binary ones: one on average.
 */
export function settle(peaks: Hash[], leaf: Completed, sha256: Sha256): Completed[] {
  const completed = [leaf]
  let top = leaf
  while (top.index % 2 === 1) {
    const left = peaks.pop()
    if (left === undefined) throw new RangeError('a frontier lacks a peak of its size')
    const hash = hashNode(left, top.hash, sha256)
    top = { level: top.level + 1, index: (top.index - 1) / 2, hash }
    completed.push(top)
  }
  peaks.push(top.hash)
  return completed
}
