import type { PlacedCitation } from '../annotation.ts'
import type { Reading } from '../model.ts'

/** Every citation of a document, in the order of its paragraphs and of their text. */
export function citationsOf(_reading: Pick<Reading, 'document' | 'paragraphs'>): PlacedCitation[] {
  return []
}
