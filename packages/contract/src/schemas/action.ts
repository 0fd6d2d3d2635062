import {
  AddresseeCode,
  ClauseKind,
  DocumentLanguage,
  ThemeCode,
  VerbClass,
  ViolationCode,
} from '@vigil/core/documents'
import { z } from 'zod'
import { DocumentId, SearchWords } from './document.ts'

/** Several codes in one parameter, with commas between them: any of them fits. */
function anyOf<Code extends string>(code: z.ZodType<Code, string>) {
  return z
    .string()
    .max(1000)
    .transform((codes) => codes.split(','))
    .pipe(z.array(code))
    .optional()
}

/** `unknown`: the clause asks somebody, but nobody of the list could be told. */
export const AddresseeFilter = z.enum([...AddresseeCode.options, 'unknown'])
export type AddresseeFilter = z.infer<typeof AddresseeFilter>

/** Which clauses are asked for. Of filters with several codes any fits, of all filters every one. */
export const ActionFilter = z.object({
  kind: anyOf(ClauseKind),
  addressee: anyOf(AddresseeFilter),
  violation: anyOf(ViolationCode),
  theme: anyOf(ThemeCode),
  documentId: DocumentId.optional(),
  reviewed: z.stringbool().optional(),
  words: SearchWords.optional(),
  /** Each document stands in the list in one language: this one where it is held in it. */
  language: DocumentLanguage.default('en'),
})
export type ActionFilter = z.infer<typeof ActionFilter>

/** Where a page ends: the document and the clause's place in it. */
const ActionPlace = z.string().regex(/^[0-9a-f-]{36}\.\d{1,6}$/)

export const ActionListQuery = ActionFilter.extend({
  after: ActionPlace.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ActionListQuery = z.infer<typeof ActionListQuery>

/** One clause in the list of all documents. */
export const ListedAction = z
  .object({
    documentId: DocumentId,
    symbol: z.string().nullable(),
    title: z.string().nullable(),
    /** When the document was adopted, else signed, else circulated; null where it does not say. */
    date: z.iso.date().nullable(),
    language: DocumentLanguage,
    eid: z.string(),
    paragraph: z.string(),
    /** The paragraph as one cites it: `7 (a)`. */
    label: z.string().nullable(),
    text: z.string(),
    verb: z.string().nullable(),
    lemma: VerbClass.nullable(),
    kind: ClauseKind,
    strength: z.int().min(1).max(6),
    addressees: z.array(AddresseeCode).nullable(),
    violations: z.array(ViolationCode),
    themes: z.array(ThemeCode),
    continuing: z.boolean(),
    urgent: z.boolean(),
    reviewed: z.boolean(),
    /** Whether a person set any of this. */
    corrected: z.boolean(),
  })
  .meta({ id: 'ListedAction', description: 'A clause, most often one that asks for something' })
export type ListedAction = z.infer<typeof ListedAction>

function facet<Code extends z.ZodType>(code: Code) {
  return z.array(z.object({ code, count: z.int().nonnegative() }))
}

/** How many clauses each choice of a filter would show, all other filters as they are. */
export const ActionFacets = z
  .object({
    kind: facet(ClauseKind),
    addressee: facet(AddresseeFilter),
    violation: facet(ViolationCode),
    theme: facet(ThemeCode),
    reviewed: facet(z.boolean()),
    document: z.array(
      z.object({
        id: DocumentId,
        symbol: z.string().nullable(),
        title: z.string().nullable(),
        count: z.int().nonnegative(),
      }),
    ),
  })
  .meta({ id: 'ActionFacets' })
export type ActionFacets = z.infer<typeof ActionFacets>

export const ActionList = z
  .object({
    actions: z.array(ListedAction),
    total: z.int().nonnegative(),
    facets: ActionFacets,
    /** Pass as `after` for the next page; null on the last. */
    next: z.string().nullable(),
    /** Renditions whose clauses are still being read; the list is not complete before it is 0. */
    pending: z.int().nonnegative(),
  })
  .meta({ id: 'ActionList' })
export type ActionList = z.infer<typeof ActionList>

/** What the list can be taken along as. */
export const ActionFormat = z.enum(['csv', 'xlsx'])
export type ActionFormat = z.infer<typeof ActionFormat>

export const ActionExportQuery = ActionFilter.extend({
  /** The language of the headings and of the names of codes. */
  headings: z.enum(['en', 'fr']).default('en'),
})
export type ActionExportQuery = z.infer<typeof ActionExportQuery>
