import type { Citation, Paragraph, PlacedCitation } from '@vigil/core/documents'

/** A place where a document is cited, and the paragraph of it that is meant, if one is. */
export interface CitedPlace {
  readonly eid: string
  readonly label: string | null
  readonly paragraph: string | null
}

/** What is cited: a document, or a committee named by its resolutions. */
export interface CitedDocument {
  /** Symbols that lead there: one of a document, those of all its resolutions of a committee. */
  readonly symbols: readonly [string, ...string[]]
  /** The short name of a committee (`1267/1989/2253`), or null. */
  readonly committee: string | null
  /** How often it is cited; a committee is cited once where its resolutions stand in one paragraph. */
  readonly count: number
  readonly places: readonly CitedPlace[]
}

/** What is cited, most often first; each place once. */
export function citedDocuments(
  citations: readonly PlacedCitation[],
  paragraphs: readonly Paragraph[],
): CitedDocument[] {
  const labels = new Map(paragraphs.map(({ eid, label }) => [eid, label]))
  const groups = new Map<string, [PlacedCitation & { symbol: string }]>()
  for (const citation of citations) {
    if (citation.symbol === null) continue
    const one = { ...citation, symbol: citation.symbol }
    const key = one.committee ?? one.symbol
    if (groups.get(key)?.push(one) === undefined) groups.set(key, [one])
  }
  return [...groups.values()]
    .map((group): CitedDocument => {
      const [{ symbol, committee }] = group
      const places = placesOf(group, labels)
      const symbols = new Set(group.map((one) => one.symbol))
      symbols.delete(symbol)
      const count = committee === null ? group.length : places.length
      return { symbols: [symbol, ...symbols], committee, count, places }
    })
    .sort((one, other) => other.count - one.count)
}

function placesOf(
  citations: readonly PlacedCitation[],
  labels: ReadonlyMap<string, string | null>,
): CitedPlace[] {
  const places = citations.map(({ eid, paragraph }) => {
    const place: CitedPlace = { eid, label: labels.get(eid) ?? null, paragraph }
    return [`${eid}/${paragraph ?? ''}`, place] as const
  })
  return [...new Map(places).values()]
}

/** Citations a person should look at: no symbol, several, or a year that does not fit. */
export function doubtful<C extends Citation>(citations: readonly C[]): C[] {
  return citations.filter(({ state, doubt }) => state !== 'resolved' || doubt !== null)
}
