import { DocumentKind } from '@vigil/core/documents'
import { z } from 'zod'
import { Words } from './parts/words.ts'

/** What the address of the documents list says after the question mark. Anything odd is left out. */
export const DocumentsAddress = z.object({
  words: Words.optional().catch(undefined),
  kind: DocumentKind.optional().catch(undefined),
  removed: z.literal(true).optional().catch(undefined),
  /** The panel for bringing files in is open. */
  import: z.literal(true).optional().catch(undefined),
  /** Files brought in become further languages of this document. */
  into: z.uuid().optional().catch(undefined),
})
export type DocumentsAddress = z.infer<typeof DocumentsAddress>
