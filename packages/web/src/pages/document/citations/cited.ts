import type { Citation, Paragraph, PlacedCitation } from '@vigil/core/documents'

/** A place where a document is cited, and the paragraph of it that is meant, if one is. */
export interface CitedPlace {
  readonly eid: string
  readonly label: string | null
  readonly paragraph: string | null
}

export interface CitedDocument {
  readonly symbol: string
  /** How often it is cited. */
  readonly count: number
  readonly places: readonly CitedPlace[]
}

/** Documents that are cited, most cited first; each place once. */
export function citedDocuments(
  citations: readonly PlacedCitation[],
  paragraphs: readonly Paragraph[],
): CitedDocument[] {
  const labels = new Map(paragraphs.map(({ eid, label }) => [eid, label]))
  const cited = new Map<string, { count: number; places: Map<string, CitedPlace> }>()
  for (const { symbol, eid, paragraph } of citations) {
    if (symbol === null) continue
    const one = cited.get(symbol) ?? { count: 0, places: new Map<string, CitedPlace>() }
    one.count += 1
    one.places.set(`${eid}/${paragraph ?? ''}`, {
      eid,
      label: labels.get(eid) ?? null,
      paragraph,
    })
    cited.set(symbol, one)
  }
  return [...cited]
    .map(([symbol, { count, places }]) => ({ symbol, count, places: [...places.values()] }))
    .sort((one, other) => other.count - one.count)
}

/** Citations a person should look at: no symbol, several, or a year that does not fit. */
export function doubtful<C extends Citation>(citations: readonly C[]): C[] {
  return citations.filter(({ state, doubt }) => state !== 'resolved' || doubt !== null)
}
