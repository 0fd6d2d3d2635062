import type { Citation, Clause, Envelope, PlacedCitation } from '../annotation.ts'
import type { Paragraph, Reading } from '../model.ts'
import type { Above, ClauseContext } from './context.ts'
import { isClauseLanguage } from './languages.ts'
import { findClauseStarts, readClausesAt } from './read-at.ts'
import { Scope, type Bearing } from './scope.ts'
import { findStates } from './states.ts'

export type { ClauseContext } from './context.ts'
export { findClauseStarts, readClausesAt } from './read-at.ts'

/** The clauses of a document, and for each paragraph that may bear some how it is to be read. */
export interface OperativePart {
  readonly envelopes: Envelope[]
  readonly views: Clause[]
  readonly clauses: Clause[]
  /** By the eid of the paragraph. What has no context bears no clauses. */
  readonly contexts: ReadonlyMap<string, ClauseContext>
}

/**
 * Reads the operative part of a document: messages, clauses, views of the members; each clause with
 * its citations out of those given. Languages without a table of verbs, and forms that bear no
 * clauses, give empty lists.
 */
export function readOperativePart(
  reading: Pick<Reading, 'document' | 'paragraphs'>,
  citations: readonly PlacedCitation[] = [],
): OperativePart {
  const { language } = reading.document
  if (!isClauseLanguage(language))
    return { envelopes: [], views: [], clauses: [], contexts: new Map() }
  const states = findStates(reading.paragraphs)
  const scope = new Scope(reading.document, language, states)
  const reader = new PartReader(states, citationsByParagraph(citations))
  for (const paragraph of reading.paragraphs) {
    const bearing = scope.next(paragraph)
    if (bearing !== undefined) reader.read(paragraph, bearing)
  }
  const { views, clauses, contexts } = reader
  return { envelopes: scope.envelopes, views, clauses, contexts }
}

/** Reads paragraph after paragraph, remembering what lists hang on. */
class PartReader {
  readonly views: Clause[] = []
  readonly clauses: Clause[] = []
  readonly contexts = new Map<string, ClauseContext>()
  readonly #above = new Map<string, Above>()
  readonly #states: readonly string[]
  readonly #citations: ReadonlyMap<string, Citation[]>

  constructor(states: readonly string[], citations: ReadonlyMap<string, Citation[]>) {
    this.#states = states
    this.#citations = citations
  }

  read(paragraph: Paragraph, bearing: Bearing): void {
    const context = this.#contextOf(paragraph, bearing)
    const read = readClausesAt(paragraph, findClauseStarts(paragraph, context), context)
    const last = read.at(-1)
    if (last && paragraph.text.trimEnd().endsWith(':')) this.#above.set(paragraph.eid, last)
    this.contexts.set(paragraph.eid, context)
    this[bearing.bears].push(...read)
  }

  #contextOf({ eid }: Paragraph, { bears, ...bearing }: Bearing): ClauseContext {
    return {
      ...bearing,
      piece: bears === 'views' ? 'view' : 'clause',
      above: this.#above.get(parentOf(eid)) ?? null,
      states: this.#states,
      citations: this.#citations.get(eid) ?? [],
    }
  }
}

function parentOf(eid: string): string {
  return eid.slice(0, Math.max(0, eid.lastIndexOf('__')))
}

function citationsByParagraph(citations: readonly PlacedCitation[]): Map<string, Citation[]> {
  const byParagraph = new Map<string, Citation[]>()
  for (const { eid, ...citation } of citations) {
    const placed = byParagraph.get(eid)
    if (placed === undefined) byParagraph.set(eid, [citation])
    else placed.push(citation)
  }
  return byParagraph
}
