import type { BundleHeads } from '../schema.ts'
import type { JsonObject } from './json.ts'

/** How a field stood in the file, where the record would write it otherwise; without `is` it did not. */
export interface Carried {
  readonly [path: string]: { readonly is?: JsonObject[string] }
}

/** What a record does not hold of an object of a bundle, so that it comes back as it was. */
export interface Kept {
  /** Its id in the bundle; the record has one of its own. */
  readonly id: string
  /** Fields without an element, and dates of knowledge as they were given. */
  readonly rest: JsonObject
  readonly carried: Carried
}

/** An entry among the victims of a violation. */
export interface KeptEntry {
  /** The child or group in the record; null: a number alone. */
  readonly subject: string | null
  readonly rest: JsonObject
  readonly carried: Carried
}

export interface KeptViolation extends Kept {
  readonly subject: string
  /** Null: the violation has no list of victims. */
  readonly victims: readonly KeptEntry[] | null
}

/** What is kept beside one incident. */
export interface KeptIncident extends Kept {
  /** Its place in the file, from 0. */
  readonly place: number
  readonly violations: readonly KeptViolation[]
}

/** Children and groups of a file, in their order there; several incidents may share them. */
export interface KeptPeople {
  readonly children: readonly Kept[]
  readonly groups: readonly Kept[]
}

/**
 * What a bundle holds beside its incidents and their victims: parties and their relations, listings, action
 * plans, detention cases, funding, reports with what was published before, regions, rules, and whatever
 * else stands at its top. Its three long lists are empty.
 */
export type BundleParts = BundleHeads
