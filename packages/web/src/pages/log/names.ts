import { LoggedAction, LoggedObject } from '@vigil/contract/schemas'
import type { Say } from '../../i18n/use-say.ts'

/** Refusals that the log has words of its own for. */
const REASONS = [
  'access.denied',
  'access.purpose',
  'access.stepUp',
  'access.tooMany',
  'incident.unknown',
  'document.unknown',
  'letter.unknown',
  'session.wrong',
  'session.throttled',
] as const

/** What was done, in words; an act of another version of Vigil by the name it has in the log. */
export function nameAction(action: string, say: Say): string {
  const known = LoggedAction.options.find((one) => one === action)
  return known ? say(`log.action.${known}`) : action
}

/** What it was done to. */
export function nameObject(type: string, say: Say): string {
  const known = LoggedObject.options.find((one) => one === type)
  return known ? say(`log.object.${known}`) : type
}

/** Why it was refused; for rare reasons the code that the server answered with. */
export function nameReason(reason: string, say: Say): string {
  const known = REASONS.find((one) => one === reason)
  return known ? say(`log.reason.${known}`) : reason
}
