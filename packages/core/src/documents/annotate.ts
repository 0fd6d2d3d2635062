import type { Annotation } from './annotation.ts'
import { citationsOf } from './citations/index.ts'
import { readOperativePart } from './clauses/index.ts'
import type { Reading } from './model.ts'

/**
 * Reads the paragraphs of one document clause by clause: envelopes, clauses, views, citations
 * (un-documents.md 1, 2 and 6). Pure: the same paragraphs give the same annotation. Where the form
 * bears no clauses there are none.
 */
export function annotate(reading: Pick<Reading, 'document' | 'paragraphs'>): Annotation {
  const citations = citationsOf(reading)
  const { envelopes, views, clauses } = readOperativePart(reading, citations)
  return { envelopes, views, clauses, citations }
}
