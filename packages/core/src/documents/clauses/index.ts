import type { Citation, Clause, Envelope, PlacedCitation } from '../annotation.ts'
import type { Paragraph, Reading } from '../model.ts'
import type { Above, ClauseContext } from './context.ts'
import { findClauseStarts, readClausesAt } from './read-at.ts'
import { Scope } from './scope.ts'
import { findStates } from './states.ts'
import { hasVerbs } from './verbs/index.ts'

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

type Annotated = Pick<Reading, 'document' | 'paragraphs'>

/**
 * Reads the operative part of a document: messages, clauses, views of the members. Languages without
 * a table of verbs, and forms that bear no clauses, give empty lists.
 */
export function readOperativePart(
  { document, paragraphs }: Annotated,
  citations: readonly PlacedCitation[] = [],
): OperativePart {
  const { language } = document
  const part = {
    views: [] as Clause[],
    clauses: [] as Clause[],
    contexts: new Map<string, ClauseContext>(),
  }
  if (!hasVerbs(language)) return { envelopes: [], ...part }
  const states = findStates(paragraphs)
  const scope = new Scope(document, language, states)
  const cited = citationsByParagraph(citations)
  const above = new Map<string, Above>()
  for (const paragraph of paragraphs) {
    const bearing = scope.next(paragraph)
    if (bearing === undefined) continue
    const context: ClauseContext = {
      ...bearing,
      piece: bearing.bears === 'views' ? 'view' : 'clause',
      above: above.get(parentOf(paragraph)) ?? null,
      states,
      citations: cited.get(paragraph.eid) ?? [],
      partiesExpected: document.kind === 'conclusions' || bearing.envelope !== null,
    }
    const clauses = readClausesAt(paragraph, findClauseStarts(paragraph, context), context)
    const last = clauses.at(-1)
    if (last && /:$/u.test(paragraph.text.trimEnd())) above.set(paragraph.eid, last)
    part.contexts.set(paragraph.eid, context)
    part[bearing.bears].push(...clauses)
  }
  return { envelopes: scope.envelopes, ...part }
}

function parentOf({ eid }: Paragraph): string {
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
