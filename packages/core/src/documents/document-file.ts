import { z } from 'zod'
import { Clause, Envelope, PlacedCitation } from './annotation.ts'
import { DocumentHead, Paragraph, Repair } from './model.ts'

/**
 * `vigil-document/1`: what `vigil read FILE --json` prints and others may rely on. Published as
 * JSON Schema in `docs/schemas`. Lists that a document does not bear are empty, never left out.
 */
export const DocumentFile = z.object({
  format: z.literal('vigil-document/1'),
  source: z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    characters: z.int().nonnegative(),
  }),
  document: DocumentHead,
  repairs: z.array(Repair),
  paragraphs: z.array(Paragraph),
  envelopes: z.array(Envelope),
  views: z.array(Clause),
  clauses: z.array(Clause),
  citations: z.array(PlacedCitation),
})
export type DocumentFile = z.infer<typeof DocumentFile>

/** The JSON Schema (2020-12) of `vigil-document/1`, as published in `docs/schemas`. */
export function documentFileSchema(): object {
  return {
    $id: 'vigil-document-1.schema.json',
    title: 'vigil-document/1',
    ...z.toJSONSchema(DocumentFile, { target: 'draft-2020-12' }),
  }
}
