import type { Correction } from './model.ts'

/**
 * Ids of the corrections that are taken back. The latest word counts: an undo that is itself taken
 * back takes nothing back.
 */
export function findUndone(
  corrections: readonly Pick<Correction, 'id' | 'change'>[],
): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { id, change } of corrections.toReversed()) {
    if (change.type === 'undo' && !undone.has(id)) undone.add(change.correction)
  }
  return undone
}

/** The corrections that hold, in the order they were made; an undo only takes away. */
export function listInForce(corrections: readonly Correction[]): Correction[] {
  const undone = findUndone(corrections)
  return corrections.filter(({ id, change }) => change.type !== 'undo' && !undone.has(id))
}
