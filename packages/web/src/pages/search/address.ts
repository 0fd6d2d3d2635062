import { DocumentLanguage } from '@vigil/core/documents'
import { z } from 'zod'
import { Words } from '../documents/parts/words.ts'

/** What the address of the search page says after the question mark. Anything odd is left out. */
export const SearchAddress = z.object({
  words: Words.optional().catch(undefined),
  language: DocumentLanguage.optional().catch(undefined),
  /** How many paragraphs are shown. */
  limit: z.int().min(1).max(100).optional().catch(undefined),
})
export type SearchAddress = z.infer<typeof SearchAddress>
