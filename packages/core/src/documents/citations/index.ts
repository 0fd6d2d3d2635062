import type { PlacedCitation } from '../annotation.ts'
import type { Paragraph, Reading } from '../model.ts'
import { symbolsOf } from './address.ts'
import { contextOf } from './context.ts'
import { findCitations } from './find.ts'

export { stableAddress, symbolsOf } from './address.ts'

/** Here a document prints its own symbol and number. */
const OWN_PLACES: readonly Paragraph['kind'][] = ['title', 'frontmatter']

/**
 * Every citation of a document, in the order of its paragraphs and of their text. A document's own
 * symbol in its masthead or title is no citation, unless its year is wrong.
 */
export function citationsOf({
  document,
  paragraphs,
}: Pick<Reading, 'document' | 'paragraphs'>): PlacedCitation[] {
  const context = contextOf(document)
  const own = document.symbol === null ? [] : symbolsOf(document.symbol)
  return paragraphs.flatMap(({ eid, kind, text }) =>
    findCitations(text, context)
      .filter(
        ({ symbol, doubt }) =>
          doubt !== null || symbol === null || !OWN_PLACES.includes(kind) || !own.includes(symbol),
      )
      .map((citation) => ({ ...citation, eid })),
  )
}
