import type {
  Annotation,
  CorrectedAnnotation,
  Correction,
  proposeCorrection,
  proposeUndo,
} from '@vigil/core/documents'
import type { RenditionText } from './rendition-text.ts'

/** What somebody proposes to add to the corrections: a new one, or that an earlier one be taken back. */
export type Proposal = Parameters<typeof proposeCorrection>[1] | Parameters<typeof proposeUndo>[1]

/** A text to be read clause by clause, with all corrections of it and perhaps one more. */
export interface ClauseJob {
  readonly kind: 'clauses'
  readonly text: Pick<RenditionText, 'renditionId' | 'document' | 'paragraphs'>
  readonly corrections: readonly Correction[]
  readonly proposal: Proposal | null
}

/** A text clause by clause, as reader and people say it together. */
export interface ClauseReading extends CorrectedAnnotation, Omit<Annotation, 'clauses'> {
  readonly ok: true
  /** What became of the proposal; where it was taken, the reading has it in it. */
  readonly proposed: ReturnType<typeof proposeUndo> | null
}
