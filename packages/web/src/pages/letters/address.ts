import { DocumentLanguage } from '@vigil/core/documents'
import { z } from 'zod'

/** What the address of a letter that is not kept yet says after the question mark. */
export const NewLetterAddress = z.object({
  /** The rendition whose words it takes. */
  language: DocumentLanguage.optional().catch(undefined),
})

/** What the address of a letter says after the question mark. Anything odd is left out. */
export const LetterAddress = z.object({
  /** Undefined is the draft itself. */
  view: z.enum(['versions', 'returns']).optional().catch(undefined),
  /** The version looked at. */
  version: z.int().positive().optional().catch(undefined),
  /** What was handed back and is looked at. */
  returned: z.uuid().optional().catch(undefined),
})
export type LetterAddress = z.infer<typeof LetterAddress>
