import { sha256 } from '@noble/hashes/sha2.js'

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array

/** Length of every hash, in bytes. */
export const HASH_BYTES = 32

/** SHA-256 of some bytes, which are only lent: what stands in them changes afterwards. */
export type Sha256 = (bytes: Uint8Array) => Hash

/** SHA-256 without a platform; whoever has a faster one passes it in where many hashes are made. */
export const pureSha256: Sha256 = (bytes) => sha256(bytes)

/** Told apart by their first byte, no entry can pass for a node of the tree (RFC 6962 2.1). */
const LEAF = 0
const NODE = 1

/** The root of a tree without leaves: the hash of nothing (RFC 6962 2.1). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0))

/** The hash of one entry, whatever bytes it is made of (RFC 6962 2.1). */
export function hashLeaf(entry: Uint8Array, hash: Sha256 = pureSha256): Hash {
  const bytes = new Uint8Array(1 + entry.length)
  bytes[0] = LEAF
  bytes.set(entry, 1)
  return hash(bytes)
}

/** Used again for every node: a tree of a million leaves would ask for as many of them. */
const node = Uint8Array.of(NODE, ...new Uint8Array(2 * HASH_BYTES))

/** The hash over two subtrees that stand side by side (RFC 6962 2.1). Both are 32 bytes. */
export function hashNode(left: Hash, right: Hash, hash: Sha256 = pureSha256): Hash {
  node.set(left, 1)
  node.set(right, 1 + HASH_BYTES)
  return hash(node)
}

/** Whether two hashes are the same. Roots and proofs are public: no need to hide where they differ. */
export function equalHashes(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
