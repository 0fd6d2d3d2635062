import { knownOn, LATEST } from '../facts/timeline.ts'
import type { CountingData } from '../model.ts'
import type { Refusal } from './refusal.ts'

/**
 * Duplicates are linked to one surviving record (R-COUNT-11): a circle of duplicates would take an event
 * out of every table.
 */
export function checkDuplicates({ incidents, violations }: CountingData): Refusal | undefined {
  const survivors = new Map<string, string>()
  for (const { id, timeline } of [...incidents, ...violations]) {
    const survivor = knownOn<{ duplicateOf: string | null }>(timeline, LATEST)?.duplicateOf ?? null
    if (survivor !== null) survivors.set(id, survivor)
  }
  const circle = findCircle(survivors)
  return circle && { code: 'R-COUNT-11.cycle', ids: circle }
}

/** Ids that lead to each other in a circle; each id leads to at most one other. */
function findCircle(next: ReadonlyMap<string, string>): readonly string[] | undefined {
  const done = new Set<string>()
  for (const start of next.keys()) {
    const path: string[] = []
    let at: string | undefined = start
    while (at !== undefined && !done.has(at)) {
      done.add(at)
      path.push(at)
      at = next.get(at)
    }
    if (at !== undefined && path.includes(at)) return path.slice(path.indexOf(at))
  }
  return undefined
}
