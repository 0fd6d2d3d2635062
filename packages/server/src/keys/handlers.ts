import type { KeyState } from '@vigil/contract/schemas'
import type { Handlers } from '../http/handler.ts'
import type { Services } from '../http/services.ts'
import { checkProof } from '../policy/obligations.ts'
import type { KeyAnswer } from './protocol.ts'
import { refuseKeys } from './refuse.ts'

/** One id for all that is done with the keys as a whole: an installation has one key store. */
export const KEYS = { type: 'keys', id: '00000000-0000-0000-0000-000000000000' } as const

/** What the server does for the endpoints about keys. */
export function keyHandlers({
  keys,
}: Pick<Services, 'keys'>): Pick<Handlers, 'readKeys' | 'unlockKeys'> {
  return {
    async readKeys() {
      return show(await keys({ does: 'status' }))
    },

    unlockKeys({ actor, body: { passphrase }, now, write }) {
      checkProof('keys.unlock', { actor, now })
      return write(async () => {
        // What is too short for a passphrase is a wrong one.
        const isPossible = passphrase.length >= 15
        const answer = isPossible
          ? await keys({ does: 'unlock', passphrase })
          : ({ ok: false, problem: 'wrongPassphrase' } as const)
        return { answer: show(answer), object: KEYS, change: { state: 'open' } }
      })
    },
  }
}

function show(answer: KeyAnswer<'status'>): KeyState {
  if (!answer.ok) return refuseKeys(answer)
  const { state, keys } = answer.value
  return { state, keys }
}
