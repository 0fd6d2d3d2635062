import { EMPTY_ROOT, equalHashes, type Hash, hashLeaf, hashNode } from '../log/hash.ts'
import { inclusionProof, rootAt, verifyInclusion } from '../log/index.ts'
import { uuidToBytes } from './bytes.ts'

/** What a key store states about itself: how many keys live, and the root over their ids. */
export interface KeyRoot {
  readonly size: number
  readonly root: Hash
}

/** A living key, its place in the order of ids, and the proof that it stands there. */
export interface Neighbour {
  readonly index: number
  readonly keyId: string
  readonly path: readonly Hash[]
}

/** The living keys on both sides of where an id would stand; null beyond the first and the last. */
export interface AbsenceProof {
  readonly below: Neighbour | null
  readonly above: Neighbour | null
}

/**
 * The root over living keys: the tree of RFC 6962 whose leaves are the ids, 16 bytes each, in ascending
 * order (security.md 4.4). `keyIds` are UUIDs in any order, each once.
 */
export function keyRoot(keyIds: readonly string[]): KeyRoot {
  const { size, read } = treeOf(keyIds.toSorted())
  return { size, root: rootAt(size, read) }
}

/** The proof that no key of this id lives; null where one does. */
export function absenceProof(keyIds: readonly string[], keyId: string): AbsenceProof | null {
  const sorted = keyIds.toSorted()
  if (sorted.includes(keyId)) return null
  const { size, read } = treeOf(sorted)
  const place = sorted.filter((one) => one < keyId).length
  const neighbour = (index: number): Neighbour | null => {
    const at = sorted[index]
    const path = inclusionProof({ index, size }, read)
    return at === undefined || path === null ? null : { index, keyId: at, path }
  }
  return { below: neighbour(place - 1), above: neighbour(place) }
}

/** Whether `proof` shows that no key of this id lived when the store had this root. */
export function verifyAbsence(head: KeyRoot, keyId: string, proof: AbsenceProof): boolean {
  const { below, above } = proof
  if (below === null && above === null) {
    return head.size === 0 && equalHashes(head.root, EMPTY_ROOT)
  }
  return (
    isBetween(proof, keyId) &&
    isNextTo(proof, head.size) &&
    stands(head, below) &&
    stands(head, above)
  )
}

function isBetween({ below, above }: AbsenceProof, keyId: string): boolean {
  return (below === null || below.keyId < keyId) && (above === null || keyId < above.keyId)
}

/** Nothing stands between both, nor before the first or behind the last. */
function isNextTo({ below, above }: AbsenceProof, size: number): boolean {
  const [last, first] = [below?.index ?? -1, above?.index ?? size]
  return last + 1 === first
}

function stands({ size, root }: KeyRoot, neighbour: Neighbour | null): boolean {
  if (neighbour === null) return true
  const { index, keyId, path } = neighbour
  return verifyInclusion({ index, size, leaf: leafOf(keyId), root }, path).ok
}

function leafOf(keyId: string): Hash {
  return hashLeaf(uuidToBytes(keyId))
}

/** All perfect subtrees, level by level. */
function treeOf(sorted: readonly string[]) {
  const levels: Hash[][] = [sorted.map(leafOf)]
  for (let below = levels[0] ?? []; below.length > 1;) {
    const above: Hash[] = []
    for (let at = 0; at + 1 < below.length; at += 2) {
      const [left, right] = [below[at], below[at + 1]]
      if (left && right) above.push(hashNode(left, right))
    }
    levels.push(above)
    below = above
  }
  const read = ({ level, index }: { readonly level: number; readonly index: number }): Hash => {
    const hash = levels[level]?.[index]
    if (hash === undefined) throw new RangeError('a subtree lies outside of the tree')
    return hash
  }
  return { size: sorted.length, read }
}
