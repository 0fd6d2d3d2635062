import { existsSync } from 'node:fs'
import type { LoggedAction } from '@vigil/contract/schemas'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { askAt, KeysAway } from './client.ts'
import { KEYS } from './handlers.ts'
import type { AskKeys, KeyAnswer, KeyRequest } from './protocol.ts'
import { keyPlace } from './service/place.ts'

/** Acts of a custodian on the machine, and what the log calls them. */
const ACTS = {
  setUp: 'keys.setUp',
  unlock: 'keys.unlock',
  rotate: 'keys.rotate',
  addCustodian: 'keys.addCustodian',
  endCustodian: 'keys.endCustodian',
} as const satisfies Readonly<Partial<Record<KeyRequest['does'], LoggedAction>>>

type Act = keyof typeof ACTS

/** Asks the key service of the installation, which runs while Vigil does. Refuses where it does not. */
export function askInstalled(data: string): AskKeys {
  const { socket } = keyPlace(data)
  if (!existsSync(socket)) throw new Refusal('refusal.keys.notRunning', { data })
  const ask = askAt(socket)
  return async (request) => {
    try {
      return await ask(request)
    } catch (error) {
      if (error instanceof KeysAway) throw new Refusal('refusal.keys.notRunning', { data })
      throw error
    }
  }
}

/** Does what a custodian asks for on the machine; whatever comes of it is an entry in the log. */
export async function actOnKeys<Does extends Act>(
  db: Db,
  { ask, at }: { readonly ask: AskKeys; readonly at: Date },
  request: Extract<KeyRequest, { readonly does: Does }>,
): Promise<KeyAnswer<Does>> {
  const { does } = request as { readonly does: Act }
  const answer = await ask<Does>(request)
  const act = { at, actor: null, requestId: null, action: ACTS[does], object: KEYS }
  await inTransaction(db, (tx) =>
    record(
      tx,
      answer.ok
        ? { ...act, change: { done: does, ...nameIn(request) } }
        : {
            ...act,
            refusal:
              answer.problem === 'wrongPassphrase' ? 'keys.wrongPassphrase' : 'access.denied',
          },
    ),
  )
  return answer
}

/** Which custodian it is about, where it is about one. */
function nameIn(request: object): { readonly custodian?: string } {
  return 'name' in request && typeof request.name === 'string' ? { custodian: request.name } : {}
}

/** Enters in the log that a copy of the key store was taken in. */
export function recordKeysRestored(db: Db, at: Date): Promise<void> {
  const act = { at, actor: null, requestId: null, action: 'keys.restore', object: KEYS } as const
  return inTransaction(db, (tx) => record(tx, { ...act, change: { done: 'restore' } }))
}
