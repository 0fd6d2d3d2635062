import type { Clause } from '../annotation.ts'
import { KIND_OF } from '../clauses/kinds.ts'
import { strengthInClass } from '../clauses/verbs/strength.ts'
import { ClauseField, type CorrectedClause } from './model.ts'
import { spanOf } from './spans.ts'
import type { ParagraphState, Piece } from './state.ts'

/** The clauses of a paragraph: as the reader (`machine`) reads each piece, and over it what people set. */
export function toCorrectedClauses(
  eid: string,
  state: ParagraphState,
  machine: readonly Clause[],
): CorrectedClause[] {
  return state.pieces.flatMap((piece, index) => {
    const read = machine[index]
    return read ? [toCorrected(read, { piece, state, eid: `${eid}__clause_${index + 1}` })] : []
  })
}

function toCorrected(
  read: Clause,
  { piece, state, eid }: { piece: Piece; state: ParagraphState; eid: string },
): CorrectedClause {
  return {
    ...read,
    ...followingFrom(read, piece.fields.lemma),
    ...piece.fields,
    eid,
    at: piece.at,
    text: state.text.slice(piece.at, piece.end),
    reviewed: piece.reviewed,
    corrected: [
      ...(isCutByPerson(piece, state) ? (['clauses'] as const) : []),
      ...ClauseField.options.filter((field) => field in piece.fields),
    ],
  }
}

/** What follows from the class that a person set, unless they set it as well. */
function followingFrom(
  read: Clause,
  lemma: Piece['fields']['lemma'],
): Partial<Pick<Clause, 'kind' | 'strength'>> {
  if (lemma === undefined) return {}
  return {
    ...(lemma !== null && { kind: KIND_OF[lemma] }),
    ...(lemma !== read.lemma && { strength: strengthInClass(lemma, read.verb) }),
  }
}

/** Whether the reader that the person saw had cut it otherwise. */
function isCutByPerson(piece: Piece, { base }: ParagraphState): boolean {
  return (
    piece.corrections.length > 0 &&
    !base.some(({ at, end }) => at === piece.at && end === piece.end)
  )
}

/** A value of a clause as a list of codes, for people and for comparison; null is "not known". */
export function toCodes(clause: Clause, field: ClauseField): string[] | null {
  const value = clause[field]
  if (value === null) return null
  return typeof value === 'object' ? [...value] : [String(value)]
}

/** Whether two values are the same; the order of codes says nothing. */
export function isSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.toSorted().join() === other.toSorted().join()
}

/** A clause's place, as a key. */
export function placeOf(clause: Clause): string {
  const { at, end } = spanOf(clause)
  return `${clause.paragraph} ${at} ${end}`
}
