import { sha256 } from '@noble/hashes/sha2.js'

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array

/** Length of every hash, in bytes. */
export const HASH_BYTES = 32

/** Told apart by their first byte, no entry can pass for a node of the tree (RFC 6962 2.1). */
const LEAF = 0
const NODE = 1

/** The root of a tree without leaves: the hash of nothing (RFC 6962 2.1). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0))

/** The hash of one entry, whatever bytes it is made of (RFC 6962 2.1). */
export function hashLeaf(entry: Uint8Array): Hash {
  const bytes = new Uint8Array(1 + entry.length)
  bytes[0] = LEAF
  bytes.set(entry, 1)
  return sha256(bytes)
}

/** The hash over two subtrees that stand side by side (RFC 6962 2.1). Both are 32 bytes. */
export function hashNode(left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(1 + 2 * HASH_BYTES)
  bytes[0] = NODE
  bytes.set(left, 1)
  bytes.set(right, 1 + HASH_BYTES)
  return sha256(bytes)
}

/** Whether two hashes are the same. Roots and proofs are public: no need to hide where they differ. */
export function equalHashes(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
