import { type Action, actionsOf, isWithdrawable } from './actions/action.ts'
import { dayOf, inOrder } from './order.ts'
import { namedBy } from './subjects.ts'
import { textsOf } from './texts.ts'

/** A text of an action, and since which day it is destroyed; null while it can be read. */
export interface HistoryText {
  readonly text: string
  readonly redactedOn: string | null
}

/** One action as the history of a record tells it. */
export interface HistoryEntry {
  readonly action: Action
  /** What it is about: subjects of this incident. */
  readonly subjects: readonly string[]
  readonly texts: readonly HistoryText[]
  /** The day on which it was withdrawn, for good. */
  readonly withdrawnOn: string | null
}

/** Everything that ever happened to an incident, each action once, oldest first; nothing is left out. */
export function historyOf(actions: readonly Action[]): HistoryEntry[] {
  const redacted = firstDays(actionsOf(actions, 'redact').map((one) => [one.deed.text, one]))
  const withdrawn = firstDays(actionsOf(actions, 'withdraw').map((one) => [one.deed.action, one]))
  return inOrder(actions).map((action) => ({
    action,
    subjects: subjectsNamed(action),
    texts: textsOf(action.deed).map((text) => ({ text, redactedOn: redacted.get(text) ?? null })),
    withdrawnOn: isWithdrawable(action) ? (withdrawn.get(action.id) ?? null) : null,
  }))
}

function subjectsNamed({ deed }: Action): string[] {
  return deed.kind === 'add' ? [deed.added] : namedBy(deed).map(([id]) => id)
}

function firstDays(given: readonly (readonly [string, Action])[]): ReadonlyMap<string, string> {
  const days = given.map(([id, action]) => [id, dayOf(action.receivedAt)] as const)
  return new Map([...days].sort(([, one], [, other]) => (one < other ? 1 : -1)))
}
