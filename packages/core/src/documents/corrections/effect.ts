import { isSame, placeOf, toCodes } from './clauses.ts'
import { type CorrectedClause, type CorrectionEffect, ClauseField } from './model.ts'

/** What differs between the clauses before and after a correction; empty where nothing does. */
export function effectOf(
  before: readonly CorrectedClause[],
  after: readonly CorrectedClause[],
): CorrectionEffect[] {
  const old = new Map(before.map((clause) => [placeOf(clause), clause]))
  const gone = listMissing(before, after)
  const come = listMissing(after, before)
  const cuts: CorrectionEffect[] =
    gone.length + come.length > 0 ? [{ field: 'clauses', before: gone, after: come }] : []
  const fields = after.flatMap((clause) => {
    const was = old.get(placeOf(clause))
    return was ? compareFields(was, clause) : []
  })
  return [...cuts, ...fields]
}

/** Texts of clauses that stand nowhere in `others`. */
function listMissing(
  clauses: readonly CorrectedClause[],
  others: readonly CorrectedClause[],
): string[] {
  const places = new Set(others.map(placeOf))
  return clauses.filter((clause) => !places.has(placeOf(clause))).map(({ text }) => text)
}

function compareFields(was: CorrectedClause, is: CorrectedClause): CorrectionEffect[] {
  const fields = ClauseField.options.flatMap((field): CorrectionEffect[] => {
    const [before, after] = [toCodes(was, field), toCodes(is, field)]
    return isSame(before, after) ? [] : [{ field, before, after }]
  })
  if (was.reviewed === is.reviewed) return fields
  const before = [String(was.reviewed)]
  return [...fields, { field: 'reviewed', before, after: [String(is.reviewed)] }]
}
