import type { Citation, PlacedCitation } from '../annotation.ts'
import type { Paragraph, Reading } from '../model.ts'
import { symbolsOf } from './address.ts'
import { contextOf } from './context.ts'
import { findCitations } from './find.ts'

export { stableAddress, symbolsOf } from './address.ts'
export type { CitingContext } from './numbering.ts'
export { resolveWords, type Resolution } from './resolve.ts'

/** Here a document prints its own symbol and number. */
const OWN_PLACES: readonly Paragraph['kind'][] = ['title', 'frontmatter']

/**
 * Every citation of a document, in the order of its paragraphs and of their text. A document's own
 * symbol in its masthead or title is no citation, unless its year is wrong. What says too little by
 * itself (`resolution 2199`) is settled where the document elsewhere cites just one of the
 * candidates in full.
 */
export function citationsOf({
  document,
  paragraphs,
}: Pick<Reading, 'document' | 'paragraphs'>): PlacedCitation[] {
  const context = contextOf(document)
  const own = document.symbol === null ? [] : symbolsOf(document.symbol)
  const isOwn = ({ symbol, doubt }: Citation) =>
    doubt === null && symbol !== null && own.includes(symbol)
  const placed = paragraphs.flatMap(({ eid, kind, text }) =>
    findCitations(text, context)
      .filter((citation) => !OWN_PLACES.includes(kind) || !isOwn(citation))
      .map((citation) => ({ ...citation, eid })),
  )
  const inFull = new Set(placed.map(({ symbol }) => symbol))
  return placed.map((citation) => settled(citation, inFull))
}

function settled(citation: PlacedCitation, inFull: ReadonlySet<string | null>): PlacedCitation {
  const cited = citation.candidates.filter((candidate) => inFull.has(candidate))
  const [symbol] = cited
  if (symbol === undefined || cited.length > 1) return citation
  return { ...citation, state: 'resolved', symbol, candidates: [] }
}
