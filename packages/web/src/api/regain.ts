import { ProblemError } from '../problem-error.ts'

/** What the server asks of the person before it goes on. */
export type Lack = 'access.signedOut' | 'access.stepUp'

/** What is asked just now; whatever waits for it goes on, or gives up, once it is settled. */
export interface Asking {
  readonly lack: Lack
  readonly settle: (isRegained: boolean) => void
}

interface Waiting extends Asking {
  readonly outcome: Promise<boolean>
}

let waiting: Waiting | null = null
let isWatched = false
const listeners = new Set<() => void>()

/** Whether what the server refused may be asked again: the person was there and proved who they are. */
export function isRegained(error: unknown): Promise<boolean> {
  const code = error instanceof ProblemError ? error.problem.code : null
  if (code !== 'access.signedOut' && code !== 'access.stepUp') return Promise.resolve(false)
  return regain(code)
}

/**
 * Asks the person, once for all that wait. Without a page that somebody works on there is nobody to ask:
 * the answer is no.
 */
export function regain(lack: Lack): Promise<boolean> {
  if (!isWatched) return Promise.resolve(false)
  if (waiting) {
    if (lack === 'access.signedOut' && waiting.lack !== lack) show({ ...waiting, lack })
    return waiting.outcome
  }
  let resolve: (isBack: boolean) => void = () => undefined
  const outcome = new Promise<boolean>((settled) => {
    resolve = settled
  })
  const settle = (isBack: boolean): void => {
    show(null)
    resolve(isBack)
  }
  show({ lack, settle, outcome })
  return outcome
}

/** From now on, until the function that it gives is called, a page is there that asks. */
export function watchLacks(): () => void {
  isWatched = true
  return stopAsking
}

/** Somebody is leaving: what still waits gives up, and nothing is asked any more. */
export function stopAsking(): void {
  isWatched = false
  waiting?.settle(false)
}

/** For `useSyncExternalStore`. */
export function listenToAsking(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => void listeners.delete(onChange)
}

export function readAsking(): Asking | null {
  return waiting
}

function show(next: Waiting | null): void {
  waiting = next
  for (const listener of listeners) listener()
}
