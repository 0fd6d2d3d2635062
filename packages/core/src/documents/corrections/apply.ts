import { ANNOTATION_VERSION, type Clause } from '../annotation.ts'
import type { Paragraph } from '../model.ts'
import { differencesOf } from './differences.ts'
import { toCorrectedClauses } from './clauses.ts'
import { foldParagraph, groupByParagraph } from './fold.ts'
import type { CorrectedAnnotation, CorrectedClause, Correction, Unplaced } from './model.ts'
import type { Span } from './model.ts'
import { spanOf } from './spans.ts'
import type { ParagraphState } from './state.ts'

/** Reads one paragraph in the clauses that a person cut it into: one clause for each span. */
export type ReadSpans = (eid: string, spans: readonly Span[]) => readonly Clause[]

/** What the reader of today says of a rendition, and all that people said of it. */
export interface Correctable {
  readonly paragraphs: readonly Pick<Paragraph, 'eid' | 'text'>[]
  readonly clauses: readonly Clause[]
  /** In the order they were made. */
  readonly corrections: readonly Correction[]
  readonly readSpans: ReadSpans
  /** The version of the reader of `clauses`; today's, unless a test says otherwise. */
  readonly readBy?: number
}

/**
 * The clauses of a rendition with the corrections of people. A correction outlives newer readers and
 * newer renditions: the reader fills only what nobody touched. Where reader and person disagree the
 * difference is listed; what finds no place in the text of today is `unplaced`. Pure: the same
 * corrections in the same order give the same clauses.
 */
export function applyCorrections(correctable: Correctable): CorrectedAnnotation {
  const { paragraphs, corrections } = correctable
  const grouped = groupByParagraph(corrections, paragraphs)
  const read = Map.groupBy(correctable.clauses, ({ paragraph }) => paragraph)
  const found = paragraphs.map((paragraph) => {
    const reader = read.get(paragraph.eid) ?? []
    const mine = grouped.get(paragraph.eid)
    return mine
      ? correctParagraph(paragraph, { reader, mine, correctable })
      : { clauses: reader.map(toUntouched), differences: [], unplaced: [] }
  })
  return {
    clauses: found.flatMap(({ clauses }) => clauses),
    differences: found.flatMap(({ differences }) => differences),
    unplaced: [...found.flatMap(({ unplaced }) => unplaced), ...listGone(grouped.get(undefined))],
  }
}

interface Meeting {
  readonly reader: readonly Clause[]
  readonly mine: readonly Correction[]
  readonly correctable: Correctable
}

function correctParagraph(
  { eid, text }: Pick<Paragraph, 'eid' | 'text'>,
  { reader, mine, correctable }: Meeting,
): CorrectedAnnotation {
  const { readSpans, readBy = ANNOTATION_VERSION } = correctable
  const base = reader.map(spanOf)
  const state = foldParagraph(mine, { text, base, madeOn: readBy })
  const machine = isCutAs(state, base) ? reader : readSpans(eid, state.pieces)
  const clauses = toCorrectedClauses(eid, state, machine)
  return {
    clauses,
    differences: differencesOf({ eid, state, clauses, machine, reader, readBy }),
    unplaced: listUnplaced(mine, state.unplaced, eid),
  }
}

function isCutAs({ pieces }: ParagraphState, base: readonly Span[]): boolean {
  return (
    pieces.length === base.length &&
    pieces.every(({ at, end }, index) => at === base[index]?.at && end === base[index].end)
  )
}

function toUntouched(clause: Clause): CorrectedClause {
  return { ...clause, reviewed: false, corrected: [] }
}

function listUnplaced(
  corrections: readonly Correction[],
  ids: readonly string[],
  paragraph: string,
): Unplaced[] {
  return corrections
    .filter(({ id }) => ids.includes(id))
    .map(({ id, clause }) => ({ correction: id, paragraph, text: clause }))
}

function listGone(corrections: readonly Correction[] = []): Unplaced[] {
  return corrections.map(({ id, eid, clause }) => ({
    correction: id,
    paragraph: eid,
    text: clause,
  }))
}
