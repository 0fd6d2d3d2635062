export * from './append.ts'
export * from './bundle.ts'
export * from './canonical-json.ts'
export * from './check.ts'
export * from './checkpoint.ts'
export * from './entry.ts'
export { EMPTY_TREE, type Frontier, frontierAt, rootAt, rootOf } from './frontier.ts'
export { type Hash, hashLeaf, type Sha256 } from './hash.ts'
export {
  formatSignerKey,
  formatVerifierKey,
  isKeyName,
  type KeyName,
  parseSignerKey,
  parseVerifierKey,
  type PublicKeyOf,
  type SignerKey,
  toVerifierKey,
  type VerifierKey,
} from './key.ts'
export * from './log-proof.ts'
export * from './note.ts'
export type { Answer, LogProblem, LogRefusal } from './problem.ts'
export { consistencyProof, inclusionProof, type Consistency, type Inclusion } from './proof.ts'
export * from './sign-note.ts'
export type { ReadHash } from './subtree.ts'
export { type Tile, type TilePlace, tileWidth } from './tile.ts'
export * from './tile-path.ts'
export * from './tile-reader.ts'
export { isTypedCheckpoint, readTypedCheckpoint, typedCheckpoint } from './typed-checkpoint.ts'
export * from './verify-consistency.ts'
export * from './verify-inclusion.ts'
