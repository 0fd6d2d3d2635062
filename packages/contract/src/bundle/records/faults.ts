import type { Refusal } from '@vigil/core/counting'
import { type BundleFault, lineOf } from '../faults.ts'

/**
 * Why a record of a bundle cannot be taken: a fault of its form, or a rule that it breaks. Both have their
 * sentences in `counting.json`.
 */
export type RowProblem = { readonly fault: BundleFault } | { readonly refusal: Refusal }

/** A record that is not taken, by its place in the file: `incidents.3`. */
export type RowFault = { readonly row: string } & RowProblem

/** Carries a problem to whoever takes the incident; it never leaves `actionsOfBundle`. */
export class RowProblemError extends Error {
  override readonly name = 'RowProblemError'
  readonly problem: RowProblem

  constructor(problem: RowProblem) {
    super('fault' in problem ? problem.fault.code : problem.refusal.code)
    this.problem = problem
  }
}

export function unfit(path: string, value: unknown): RowProblemError {
  const shown = typeof value === 'string' ? value : ''
  return new RowProblemError({ fault: { code: 'unfit', path, value: lineOf(shown) } })
}

export function refusedBy(code: Refusal['code'], ...ids: readonly string[]): RowProblemError {
  return new RowProblemError({ refusal: { code, ids: ids.map(lineOf) } })
}

export function faulty(code: BundleFault['code'], path: string, value = ''): RowProblemError {
  return new RowProblemError({ fault: { code, path, value: lineOf(value) } })
}
