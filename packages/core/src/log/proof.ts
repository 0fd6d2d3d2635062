import type { Hash } from './hash.ts'
import { divide, hashRange, type Range, type ReadHash } from './subtree.ts'

/** An entry, and the size of the tree that it is to be found in. */
export interface Inclusion {
  readonly index: number
  readonly size: number
}

/** Two sizes of one log; the later tree holds all that the earlier one held. */
export interface Consistency {
  readonly first: number
  readonly second: number
}

/**
 * What hangs beside the way from a leaf to the root, the leaf's neighbour first: the ranges whose hashes
 * prove that the entry is in the tree (RFC 6962 2.1.1).
 */
export function inclusionRanges({ index, size }: Inclusion): Range[] {
  return besidePath(index, { from: 0, to: size })
}

function besidePath(index: number, range: Range): Range[] {
  if (range.to - range.from === 1) return []
  const [lower, upper] = divide(range)
  return index < lower.to
    ? [...besidePath(index, lower), upper]
    : [...besidePath(index, upper), lower]
}

/** The ranges whose hashes prove that the tree of `first` leaves grew into that of `second` (RFC 6962 2.1.2). */
export function consistencyRanges({ first, second }: Consistency): Range[] {
  return besideGrowth(first, { from: 0, to: second })
}

/** The earlier tree itself needs no hash while it is the left edge: whoever checks has its root. */
function besideGrowth(first: number, range: Range): Range[] {
  if (first === range.to) return range.from === 0 ? [] : [range]
  const [lower, upper] = divide(range)
  return first <= lower.to
    ? [...besideGrowth(first, lower), upper]
    : [...besideGrowth(first, upper), lower]
}

/**
 * The proof that a leaf is in the tree of `size` leaves (RFC 6962 2.1.1), from stored hashes: up to 53
 * hashes, of which one may be made of up to 53. Null where the tree has no such leaf.
 */
export function inclusionProof(asked: Inclusion, read: ReadHash): Hash[] | null {
  if (!isInclusion(asked)) return null
  return inclusionRanges(asked).map((range) => hashRange(range, read))
}

/**
 * The proof that the tree of `first` leaves is the beginning of that of `second` (RFC 6962 2.1.2), from
 * stored hashes. Null where `first` is nothing, or more than `second`.
 */
export function consistencyProof(asked: Consistency, read: ReadHash): Hash[] | null {
  if (!isConsistency(asked)) return null
  return consistencyRanges(asked).map((range) => hashRange(range, read))
}

/** Whether a tree of that size has such a leaf. */
export function isInclusion({ index, size }: Inclusion): boolean {
  return Number.isSafeInteger(size) && Number.isInteger(index) && index >= 0 && index < size
}

/** Whether the sizes are of an earlier tree, not empty, and of a later one. */
export function isConsistency({ first, second }: Consistency): boolean {
  return Number.isSafeInteger(second) && Number.isInteger(first) && first > 0 && first <= second
}
