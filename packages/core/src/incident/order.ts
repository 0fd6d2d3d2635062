import type { Action } from './actions/action.ts'

/**
 * The one order of actions, whatever order they arrived in: by when they were made, then by their ids.
 * It serves to tell a story; no fact follows from it, since clocks of devices may be wrong. An action that
 * arrived twice is there once.
 */
export function inOrder(actions: readonly Action[]): Action[] {
  const unique = [...new Map(actions.map((action) => [action.id, action])).values()]
  return unique.sort((one, other) => compare(sortKey(one), sortKey(other)))
}

/** Those of `actions` that the installation knew at the end of `day` (ISO 8601, UTC). */
export function knownOn(actions: readonly Action[], day: string): Action[] {
  return actions.filter(({ receivedAt }) => dayOf(receivedAt) <= day)
}

/** The day of a moment, in UTC. */
export function dayOf(moment: string): string {
  return moment.slice(0, 10)
}

/** By code unit, never by the rules of a language. */
function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function sortKey({ madeAt, id }: Action): string {
  return `${madeAt.replace(/\.\d+Z$/, (part) => part.padEnd(11, '0')).replace(/Z$/, '')} ${id}`
}
