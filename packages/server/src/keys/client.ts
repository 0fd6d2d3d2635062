import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type AskKeys,
  KEY_ANSWERS,
  type KeyAct,
  type KeyAnswer,
  KeyRefusal,
  type KeyRequest,
} from './protocol.ts'

/** The key service does not answer. */
export class KeysAway extends Error {
  override readonly name = 'KeysAway'
}

/** While the service is brought back after its death, requests wait so long. */
const PATIENCE_MS = 15_000
const STEP_MS = 50

/** What must not be done twice: where the answer is lost, whoever asked has to look. */
const ONCE: ReadonlySet<KeyAct> = new Set([
  'setUp',
  'make',
  'rotate',
  'addCustodian',
  'endCustodian',
])
/** Nobody listens yet, or not any more: nothing was done. */
const UNHEARD: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOENT'])

/** Asks the key service at a socket. Throws `KeysAway` where nobody answers there. */
export function askAt(socket: string, patience = PATIENCE_MS): AskKeys {
  return async (request) => {
    const said = await exchange(socket, request, patience)
    const refusal = KeyRefusal.safeParse(said)
    if (refusal.success) return refusal.data
    const { value } = said as { readonly value?: unknown }
    return {
      ok: true,
      value: KEY_ANSWERS[request.does].parse(value),
    } as KeyAnswer<typeof request.does>
  }
}

async function exchange(path: string, request: KeyRequest, patience: number): Promise<unknown> {
  for (let waited = 0; ; waited += STEP_MS) {
    try {
      return JSON.parse(await send(path, `${JSON.stringify(request)}\n`))
    } catch (error) {
      const isUnheard = UNHEARD.has((error as NodeJS.ErrnoException).code)
      const mayAskAgain = isUnheard || !ONCE.has(request.does)
      if (!mayAskAgain || waited >= patience) throw new KeysAway('', { cause: error })
      await pause(STEP_MS)
    }
  }
}

async function send(path: string, line: string): Promise<string> {
  const socket = connect(path)
  try {
    socket.write(line)
    return await text(socket)
  } finally {
    socket.destroy()
  }
}
