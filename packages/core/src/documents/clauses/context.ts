import type { Citation, ClauseKind, Envelope } from '../annotation.ts'
import type { AddresseeCode, VerbClass } from '../codes.ts'
import type { Form } from './boundaries.ts'

/** What the paragraph above a point asks, of whom. */
export interface Above {
  readonly kind: ClauseKind
  readonly lemma: VerbClass | null
  readonly addressees: readonly AddresseeCode[] | null
}

/**
 * What must be known of a document to read one of its paragraphs: what its pieces are called, how it
 * is built, from which offset it bears clauses, the message it belongs to (null where none), what
 * the paragraph above asks where this one is a point of its list, and the names of States.
 */
export interface ClauseContext {
  readonly piece: 'clause' | 'view'
  readonly form: Form
  readonly from: number
  readonly envelope: Envelope | null
  readonly above: Above | null
  readonly states: readonly string[]
  /** The citations of the paragraph. */
  readonly citations: readonly Citation[]
  /** True in documents of the Working Group, whose points name parties. */
  readonly partiesExpected: boolean
}
