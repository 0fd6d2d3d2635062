import { useKeys } from '../../../components/use-keys.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import { type ClauseItem, itemBeside, kindOf } from './items.ts'

interface Clauses {
  /** Every clause of the document. */
  readonly all: readonly ClauseItem[]
  /** Those that get through the filters. */
  readonly fitting: readonly ClauseItem[]
}

/** Steps from clause to clause among those that get through the filters. */
export function useClauseSteps({ all, fitting }: Clauses, { eid, goTo }: DocumentPlace) {
  const step = (among: readonly ClauseItem[], by: 1 | -1) => {
    const next = itemBeside(among, { eid, by, all })
    return next && (() => goTo(next.clause.eid))
  }
  return {
    next: step(fitting, 1),
    previous: step(fitting, -1),
    nextAsking: step(
      fitting.filter((item) => kindOf(item) === 'directive'),
      1,
    ),
  }
}

export type ClauseSteps = ReturnType<typeof useClauseSteps>

/** J and K from clause to clause, N to the next that asks for something. */
export function useClauseKeys({ next, previous, nextAsking }: ClauseSteps): void {
  useKeys([
    { key: 'j', label: 'clauses.keys.next', run: () => next?.() },
    { key: 'k', label: 'clauses.keys.previous', run: () => previous?.() },
    { key: 'n', label: 'clauses.keys.nextAsking', run: () => nextAsking?.() },
  ])
}
