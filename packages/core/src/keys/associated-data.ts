import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../log/index.ts'
import type { SensitivityClass } from '../policy/index.ts'

/** Where an encrypted value belongs: anywhere else it does not open (security.md 5.2). */
export interface SealedPlace {
  readonly table: string
  /** Id of the record. */
  readonly record: string
  readonly field: string
  /** How often the record was written: an older value cannot be put back. */
  readonly version: number
  readonly class: SensitivityClass
  readonly keyId: string
}

/** Stands first, so that no other use of the same key can be mistaken for this one. */
const LABEL = 'vigil-sealed/1'

/**
 * The associated data of a value: a list in canonical JSON (RFC 8785), in UTF-8. Two places differ in
 * their bytes wherever they differ at all.
 */
export function associatedData(place: SealedPlace): Uint8Array {
  const { table, record, field, version, keyId } = place
  return utf8ToBytes(canonicalJson([LABEL, table, record, field, version, place.class, keyId]))
}
