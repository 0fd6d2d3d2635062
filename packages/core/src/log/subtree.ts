import { EMPTY_ROOT, type Hash, hashNode } from './hash.ts'

/**
 * A perfect subtree: `2 ** level` leaves from leaf `index * 2 ** level` on. Level 0 is one leaf. Its hash
 * never changes once its leaves are there, so that hashes can be stored.
 */
export interface Subtree {
  readonly level: number
  readonly index: number
}

/** The leaves from `from` up to, but not including, `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Gets the hash of a perfect subtree whose leaves are all in the log; the store may be a database. */
export type ReadHash = (subtree: Subtree) => Hash

/** Divides a range of two leaves or more at the largest power of two below its length (RFC 6962 2.1). */
export function divide({ from, to }: Range): [Range, Range] {
  const middle = from + 2 ** levelWithin(to - from - 1)
  return [
    { from, to: middle },
    { from: middle, to },
  ]
}

/** Level of the largest perfect subtree within `count` leaves; `Math.log2` is wrong next to 2 ** 49. */
function levelWithin(count: number): number {
  let level = 0
  while (2 ** (level + 1) <= count) level += 1
  return level
}

/**
 * The perfect subtrees that a range is made of, the largest first. Ranges begin where RFC 6962 divides a
 * tree, so that each further subtree is smaller than the one before it.
 */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = []
  let at = from
  while (at < to) {
    const level = levelWithin(to - at)
    subtrees.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return subtrees
}

/** The hash over a range (RFC 6962 2.1), from the hashes of at most 53 perfect subtrees. */
export function hashRange(range: Range, read: ReadHash): Hash {
  return joinPeaks(subtreesOf(range).map((subtree) => read(subtree)))
}

/** Joins the hashes of perfect subtrees, the largest first, into one. Without any, an empty tree. */
export function joinPeaks(peaks: readonly Hash[]): Hash {
  const [last, ...others] = [...peaks].reverse()
  return last === undefined
    ? EMPTY_ROOT
    : others.reduce((right, left) => hashNode(left, right), last)
}
