export { associatedData, type SealedPlace } from './associated-data.ts'
export { isUuid } from './bytes.ts'
export { IDENTITY_FIELDS, type IdentityField, isEncrypted } from './classes.ts'
export * from './check-tombstones.ts'
export * from './clock.ts'
export * from './erasure.ts'
export {
  absenceProof,
  type AbsenceProof,
  keyRoot,
  type KeyRoot,
  type Neighbour,
  verifyAbsence,
} from './key-root.ts'
export {
  MOST_SEALED_BYTES,
  NONCE_BYTES,
  readSealed,
  type SealedProblem,
  type SealedReading,
  type SealedValue,
  TAG_BYTES,
  writeSealed,
} from './sealed-value.ts'
export { judgeUnwrap, LONGEST_LIMIT_MS, UNWRAP_LIMITS, type UnwrapVerdict } from './throttle.ts'
export * from './tombstone.ts'
