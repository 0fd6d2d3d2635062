import {
  ClauseFields,
  CorrectedAnnotation,
  Clause,
  CorrectionEffect,
  DocumentLanguage,
  Envelope,
  PlacedCitation,
} from '@vigil/core/documents'
import { z } from 'zod'
import { AccountId } from './session.ts'
import { DocumentId } from './document.ts'

export const CorrectionId = z.uuid().brand('CorrectionId')
export type CorrectionId = z.infer<typeof CorrectionId>

/** A rendition clause by clause, as the reader and those who corrected it say together. */
export const RenditionAnnotation = CorrectedAnnotation.extend({
  documentId: DocumentId,
  language: DocumentLanguage,
  /** The version of the rendition. */
  version: z.int().positive(),
  /** The version of the reader of clauses. */
  annotationVersion: z.int().positive(),
  envelopes: z.array(Envelope),
  views: z.array(Clause),
  citations: z.array(PlacedCitation),
  /** Documents held here that are cited, or are among the candidates of a citation. */
  held: z.array(z.object({ symbol: z.string(), documentId: DocumentId })),
}).meta({
  id: 'RenditionAnnotation',
  description: 'Messages, clauses with the corrections of people, views and citations',
})
export type RenditionAnnotation = z.infer<typeof RenditionAnnotation>

/** An offset in the text of a paragraph, in UTF-16 units. */
const Offset = z.int().nonnegative().max(10_000_000)

/**
 * What a person does to one clause. `paragraph`, `at` and `text` say which clause was on the screen:
 * where another one stands there by now, the correction is refused (`clause.changed`).
 */
export const ClauseCorrection = z
  .object({
    paragraph: z.string().regex(/^[a-z0-9_]{1,200}$/),
    at: Offset,
    text: z.string().min(1).max(200_000),
    change: z.discriminatedUnion('type', [
      /** Cuts it in two; `cut` is where the second one starts, as an offset in the paragraph. */
      z.object({ type: z.literal('split'), cut: Offset }),
      /** Joins it with the next one of its paragraph. */
      z.object({ type: z.literal('merge') }),
      z.object({ type: z.literal('set'), fields: ClauseFields.partial() }),
      z.object({ type: z.literal('review'), reviewed: z.boolean() }),
    ]),
  })
  .meta({ id: 'ClauseCorrection' })
export type ClauseCorrection = z.infer<typeof ClauseCorrection>

/** A correction in the history: who did what when, and what stood there before and after. */
export const CorrectionEntry = z
  .object({
    id: CorrectionId,
    documentId: DocumentId,
    language: DocumentLanguage,
    /** The paragraph it belongs to, and the text of the clause it was made on. */
    paragraph: z.string(),
    text: z.string(),
    type: z.enum(['split', 'merge', 'set', 'review', 'undo']),
    effect: z.array(CorrectionEffect),
    /** The correction that an `undo` takes back. */
    undoes: CorrectionId.nullable(),
    /** Whether it holds today: taken back, or without a place in the text of today, it does not. */
    state: z.enum(['inForce', 'undone', 'unplaced']),
    by: z.object({ id: AccountId, name: z.string() }),
    at: z.iso.datetime(),
  })
  .meta({ id: 'CorrectionEntry' })
export type CorrectionEntry = z.infer<typeof CorrectionEntry>

export const CorrectionList = z
  .object({ corrections: z.array(CorrectionEntry) })
  .meta({ id: 'CorrectionList', description: 'Every correction of a document, newest first' })
export type CorrectionList = z.infer<typeof CorrectionList>

/** The correction that was made, and the rendition as it reads now. */
export const Corrected = z
  .object({ correction: CorrectionId, annotation: RenditionAnnotation })
  .meta({ id: 'Corrected' })
export type Corrected = z.infer<typeof Corrected>
