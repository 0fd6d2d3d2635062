import { useKeys } from '../../../components/use-keys.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import { type ClauseItem, itemBeside } from './items.ts'

/** J and K from clause to clause among those that get through the filters. */
export function useClauseKeys(items: readonly ClauseItem[], { eid, goTo }: DocumentPlace): void {
  const go = (by: 1 | -1) => {
    const next = itemBeside(items, eid, by)
    if (next) goTo(next.clause.eid)
  }
  useKeys([
    { key: 'j', label: 'clauses.keys.next', run: () => go(1) },
    { key: 'k', label: 'clauses.keys.previous', run: () => go(-1) },
  ])
}
