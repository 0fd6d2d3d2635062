import type { ProblemCode } from '@vigil/contract/problems'
import { refuse } from '../http/refuse.ts'
import type { KeyProblem, KeyRefusal } from './protocol.ts'

/** How requests are told what the key service refuses; the others are faults of ours. */
const CODES: Readonly<Partial<Record<KeyProblem, ProblemCode>>> = {
  new: 'keys.new',
  sealed: 'keys.sealed',
  wrongPassphrase: 'keys.wrongPassphrase',
  tooManyTries: 'keys.tooManyTries',
  unknownKey: 'identity.erased',
  throttled: 'identity.throttled',
}

/** Ends the request with what the key service said. */
export function refuseKeys({ problem, retryAfter }: KeyRefusal): never {
  const code = CODES[problem]
  if (code === undefined) throw new Error(`The key service refused: ${problem}`)
  refuse(code, retryAfter === undefined ? {} : { retryAfter })
}
