import type { Paragraph } from '@vigil/core/documents'

/** The length of a text, in UTF-16 units. */
export function countCharacters(paragraphs: readonly Pick<Paragraph, 'text'>[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}
