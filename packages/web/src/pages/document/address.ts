import { AddresseeFilter } from '@vigil/contract/schemas'
import {
  ClauseKind,
  DocumentLanguage,
  RepairRule,
  ThemeCode,
  ViolationCode,
} from '@vigil/core/documents'
import { z } from 'zod'
import { Words } from '../documents/parts/words.ts'

/** Kinds of clauses, and what members of the body said in its meeting as one more. */
const ShownKind = z.enum([...ClauseKind.options, 'view'])
export type ShownKind = z.infer<typeof ShownKind>

/** What the address of a document says after the question mark. Anything odd is left out. */
export const DocumentAddress = z.object({
  language: DocumentLanguage.optional().catch(undefined),
  /** A second language beside the first. */
  beside: DocumentLanguage.optional().catch(undefined),
  view: z.enum(['clauses', 'letters', 'citations', 'compare']).optional().catch(undefined),
  /** What narrows the clauses down. */
  kind: ShownKind.optional().catch(undefined),
  addressee: AddresseeFilter.optional().catch(undefined),
  violation: ViolationCode.optional().catch(undefined),
  theme: ThemeCode.optional().catch(undefined),
  /** Words marked in the text. */
  find: Words.optional().catch(undefined),
  /** Only repairs by this rule are stepped through. */
  rule: RepairRule.optional().catch(undefined),
  /** The repair looked at, counted from 1 in the whole document. */
  repair: z.int().positive().optional().catch(undefined),
})
export type DocumentAddress = z.infer<typeof DocumentAddress>
