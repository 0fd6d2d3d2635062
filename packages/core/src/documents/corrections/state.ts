import type { ClauseField, ClauseFields, Correction, Span } from './model.ts'
import { cutSpan, hasWords, subtractSpans, trimSpan } from './spans.ts'

/** A clause as people left it: where it stands, and what they said of it. */
export interface Piece extends Span {
  readonly fields: Partial<ClauseFields>
  /** The version of the reader that each field was set against. */
  readonly madeOn: Partial<Record<ClauseField, number>>
  readonly reviewed: boolean
  /** The corrections that made it what it is; none where it is the reader's. */
  readonly corrections: readonly string[]
}

/** One paragraph after some corrections. */
export interface ParagraphState {
  readonly text: string
  /** The clauses of the reader that people started from. */
  readonly base: readonly Span[]
  /** The version of the reader they were of. */
  readonly madeOn: number
  readonly pieces: readonly Piece[]
  /** Corrections without a place in the text. */
  readonly unplaced: readonly string[]
}

const UNTOUCHED = { fields: {}, madeOn: {}, reviewed: false, corrections: [] } as const

/** A paragraph as the reader cut it. */
export function startState(text: string, base: readonly Span[], madeOn: number): ParagraphState {
  const pieces = base.map((span) => ({ ...span, ...UNTOUCHED }))
  return { text, base, madeOn, pieces, unplaced: [] }
}

/** The paragraph after one more correction that was made on this text of it. */
export function correctState(state: ParagraphState, correction: Correction): ParagraphState {
  const { change } = correction
  if (change.type === 'undo') return state
  const index = state.pieces.findIndex(({ at }) => at === change.at)
  const piece = state.pieces[index]
  const made = piece && remake(state, { piece, next: state.pieces[index + 1] }, correction)
  if (!made) return { ...state, unplaced: [...state.unplaced, correction.id] }
  const replaced = change.type === 'merge' ? 2 : 1
  return { ...state, pieces: state.pieces.toSpliced(index, replaced, ...made) }
}

interface Place {
  readonly piece: Piece
  readonly next: Piece | undefined
}

/** What comes in place of a piece; undefined where the correction does not fit it. */
function remake(state: ParagraphState, place: Place, correction: Correction): Piece[] | undefined {
  const { piece, next } = place
  const { id, annotationVersion, change } = correction
  const touched = { ...piece, corrections: [...piece.corrections, id] }
  switch (change.type) {
    case 'set': {
      const fields = { ...piece.fields, ...change.fields } as Partial<ClauseFields>
      const versions = Object.keys(change.fields).map((field) => [field, annotationVersion])
      return [{ ...touched, fields, madeOn: { ...piece.madeOn, ...Object.fromEntries(versions) } }]
    }
    case 'review':
      return [{ ...touched, reviewed: change.reviewed }]
    case 'split': {
      const halves = cutSpan(state.text, piece, change.cut)
      if (!halves) return undefined
      const [first, second] = halves
      return [
        { ...touched, ...first, reviewed: false },
        { ...UNTOUCHED, ...second, corrections: [id] },
      ]
    }
    case 'merge': {
      if (!next) return undefined
      const corrections = [...new Set([...piece.corrections, ...next.corrections, id])]
      return [{ ...touched, end: next.end, reviewed: false, corrections }]
    }
    case 'undo':
      return undefined
  }
}

/**
 * The state on another text of the same paragraph: what people touched stands where the same words
 * stand, in the same order; between it stands what the reader says of the new text (`base`). What
 * finds no place is named in `unplaced`.
 */
export function carryState(
  state: ParagraphState,
  on: Pick<ParagraphState, 'text' | 'base' | 'madeOn'>,
): ParagraphState {
  if (state.text === on.text) return state
  const placed: Piece[] = []
  const lost: string[] = []
  let from = 0
  for (const piece of state.pieces.filter(({ corrections }) => corrections.length > 0)) {
    const words = state.text.slice(piece.at, piece.end)
    const at = on.text.indexOf(words, from)
    if (at < 0) lost.push(...piece.corrections)
    else placed.push({ ...piece, at, end: at + words.length })
    from = placed.at(-1)?.end ?? 0
  }
  const between = on.base
    .flatMap((span) => subtractSpans(span, placed))
    .map((span) => ({ ...trimSpan(on.text, span), ...UNTOUCHED }))
    .filter((span) => hasWords(on.text, span))
  const pieces = [...placed, ...between].toSorted((one, other) => one.at - other.at)
  const unplaced = [...new Set([...state.unplaced, ...lost])]
  return { ...on, pieces, unplaced }
}
