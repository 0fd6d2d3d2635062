import { ANNOTATION_VERSION } from '../annotation.ts'
import { applyCorrections, type Correctable } from './apply.ts'
import { effectOf } from './effect.ts'
import { groupByParagraph } from './fold.ts'
import { findUndone } from './in-force.ts'
import type { CorrectedClause, Correction, CorrectionChange } from './model.ts'
import { cutSpan, spanOf } from './spans.ts'

/** What a person did on the screen, and the clause they saw there. */
export interface Proposal {
  readonly id: string
  readonly paragraph: string
  /** The text of the clause that they saw at `change.at`. */
  readonly text: string
  readonly change: Exclude<CorrectionChange, { type: 'undo' }>
}

export type Proposed =
  | { readonly ok: true; readonly correction: Correction }
  | { readonly ok: false; readonly problem: CorrectionProblem }

/**
 * Why a correction is not made: there is no such paragraph or correction, another clause stands
 * there by now, there is nothing to cut or join, nothing would differ, or it is taken back already.
 */
type CorrectionProblem =
  | 'clause.unknown'
  | 'clause.changed'
  | 'clause.cutOutside'
  | 'clause.noNext'
  | 'clause.nothingNew'
  | 'correction.unknown'
  | 'correction.undone'

/** Makes the correction that a person proposes, with what it changes; or says why it cannot be made. */
export function proposeCorrection(correctable: Correctable, proposal: Proposal): Proposed {
  const { paragraph: eid, change, id } = proposal
  const paragraph = correctable.paragraphs.find((one) => one.eid === eid)
  const before = applyCorrections(correctable).clauses
  const here = before.filter((clause) => clause.paragraph === eid)
  if (!paragraph || here.length === 0) return { ok: false, problem: 'clause.unknown' }
  const problem = findProblem(here, proposal, paragraph.text)
  if (problem) return { ok: false, problem }
  const correction: Correction = {
    id,
    eid,
    text: paragraph.text,
    clause: proposal.text,
    base: baseOf(correctable, eid),
    annotationVersion: ANNOTATION_VERSION,
    change,
    effect: [],
  }
  return finish(correctable, { before, correction })
}

/** Makes the correction that takes another one back. */
export function proposeUndo(
  correctable: Correctable,
  { id, correction }: { readonly id: string; readonly correction: string },
): Proposed {
  const target = correctable.corrections.find((one) => one.id === correction)
  if (!target) return { ok: false, problem: 'correction.unknown' }
  if (findUndone(correctable.corrections).has(correction)) {
    return { ok: false, problem: 'correction.undone' }
  }
  const undo: Correction = {
    ...target,
    id,
    annotationVersion: ANNOTATION_VERSION,
    change: { type: 'undo', correction },
  }
  const before = applyCorrections(correctable).clauses
  return { ok: true, correction: { ...undo, effect: effectWith(correctable, before, undo) } }
}

function findProblem(
  here: readonly CorrectedClause[],
  { change, text }: Proposal,
  whole: string,
): CorrectionProblem | undefined {
  const clause = here.find(({ at }) => at === change.at)
  if (clause?.text !== text) return 'clause.changed'
  if (change.type === 'split' && !cutSpan(whole, spanOf(clause), change.cut)) {
    return 'clause.cutOutside'
  }
  if (change.type === 'merge' && clause === here.at(-1)) return 'clause.noNext'
  return undefined
}

/** The clauses of the reader that corrections of the paragraph start from. */
function baseOf(
  { paragraphs, corrections, clauses }: Correctable,
  eid: string,
): Correction['base'] {
  const text = paragraphs.find((paragraph) => paragraph.eid === eid)?.text
  const mine = groupByParagraph(corrections, paragraphs).get(eid) ?? []
  const first = mine.find((correction) => correction.text === text)
  return first?.base ?? clauses.filter(({ paragraph }) => paragraph === eid).map(spanOf)
}

function finish(
  correctable: Correctable,
  { before, correction }: { before: readonly CorrectedClause[]; correction: Correction },
): Proposed {
  const effect = effectWith(correctable, before, correction)
  if (effect.length === 0) return { ok: false, problem: 'clause.nothingNew' }
  return { ok: true, correction: { ...correction, effect } }
}

function effectWith(
  correctable: Correctable,
  before: readonly CorrectedClause[],
  correction: Correction,
): Correction['effect'] {
  const corrections = [...correctable.corrections, correction]
  return effectOf(before, applyCorrections({ ...correctable, corrections }).clauses)
}
