import type { Clause } from '../annotation.ts'
import { isSame, placeOf, toCodes } from './clauses.ts'
import type { CorrectedClause, Difference } from './model.ts'
import { ClauseField } from './model.ts'
import type { ParagraphState } from './state.ts'

interface Compared {
  readonly eid: string
  readonly state: ParagraphState
  readonly clauses: readonly CorrectedClause[]
  /** What the reader says of the clauses as they are cut now. */
  readonly machine: readonly Clause[]
  /** What the reader says by itself. */
  readonly reader: readonly Clause[]
  readonly readBy: number
}

/** Where the reader of today says something else than people. */
export function differencesOf(compared: Compared): Difference[] {
  return [...differencesOfCuts(compared), ...differencesOfFields(compared)]
}

function differencesOfCuts({ eid, state, clauses, reader, readBy }: Compared): Difference[] {
  const mine = clauses.map(placeOf)
  const theirs = reader.map(placeOf)
  if (mine.join() === theirs.join()) return []
  return [
    {
      eid,
      paragraph: eid,
      field: 'clauses',
      person: clauses.filter((clause) => !theirs.includes(placeOf(clause))).map(({ text }) => text),
      reader: reader.filter((clause) => !mine.includes(placeOf(clause))).map(({ text }) => text),
      madeOn: state.madeOn,
      readBy,
    },
  ]
}

function differencesOfFields({ eid, state, clauses, machine, readBy }: Compared): Difference[] {
  return clauses.flatMap((clause, index) =>
    ClauseField.options.flatMap((field): Difference[] => {
      const read = machine[index]
      const madeOn = state.pieces[index]?.madeOn[field]
      if (!read || madeOn === undefined) return []
      const [person, reader] = [toCodes(clause, field), toCodes(read, field)]
      if (isSame(person, reader)) return []
      return [{ eid: clause.eid, paragraph: eid, field, person, reader, madeOn, readBy }]
    }),
  )
}
