import { createLogger } from '../../logging.ts'
import { Refusal } from '../../refusal.ts'
import { askAt, KeysAway } from '../client.ts'
import type { AskKeys } from '../protocol.ts'
import { keyPlace } from './place.ts'
import { startKeyService } from './supervise.ts'

/** A key service that can be asked until it is left alone again. */
export interface JoinedKeys {
  readonly ask: AskKeys
  readonly stop: () => Promise<void>
}

/**
 * Asks the key service of the installation whether or not a Vigil runs: where none does, one is started
 * for the time. Refuses where the operator runs it (VIGIL_KEY_SOCKET) and it does not answer.
 */
export async function joinKeyService(data: string): Promise<JoinedKeys> {
  const ask = askAt(keyPlace(data).socket)
  if (await isAnswering(data)) return { ask, stop: () => Promise.resolve() }
  if (process.env['VIGIL_KEY_SOCKET']) throw new Refusal('refusal.keys.notRunning', { data })
  return startKeyService({ data, logger: createLogger({ level: 'silent' }) })
}

async function isAnswering(data: string): Promise<boolean> {
  try {
    return (await askAt(keyPlace(data).socket, 0)({ does: 'status' })).ok
  } catch (error) {
    if (error instanceof KeysAway) return false
    throw error
  }
}
