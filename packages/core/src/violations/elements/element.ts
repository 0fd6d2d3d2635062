import type { CodeList } from '../../codes/lists.ts'
import type { Element } from '../../policy/elements.ts'

/** What a record consists of; each has elements of its own. */
export const SUBJECT_KINDS = [
  'incident',
  'violation',
  'victim',
  'group',
  'source',
  'response',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** Names of elements of a subject that have a class of sensitivity, without which none may exist. */
export type ElementName<Subject extends SubjectKind> = Element extends infer E
  ? E extends `${Subject}.${infer Name}`
    ? Name
    : never
  : never

/** Kinds of values that need no list; their shapes stand in `incident/values`. */
export type PlainKind =
  | 'adults'
  | 'age'
  | 'amount'
  | 'answer'
  | 'attribution'
  | 'consent'
  | 'count'
  | 'date'
  | 'dates'
  | 'disability'
  | 'facility'
  | 'party'
  | 'place'
  | 'pseudonym'
  | 'tally'
  | 'text'

/** What an element holds: one or several codes of a list, or a value of a kind. */
export type ElementSpec = (
  | { readonly kind: 'code' | 'codes'; readonly list: CodeList }
  | { readonly kind: PlainKind }
) & {
  /** Whether a violation cannot be verified without it. */
  readonly needed?: true
}

/** Elements of one subject, or of a category of violations. */
export type ElementTable<Subject extends SubjectKind> = Readonly<
  Partial<Record<ElementName<Subject>, ElementSpec>>
>
