import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { chooseKeyUser } from '../../postgres/service-user.ts'
import { Refusal } from '../../refusal.ts'
import { askAt } from '../client.ts'
import type { AskKeys } from '../protocol.ts'
import { keyPlace, prepareKeyPlace } from './place.ts'

const MAIN = join(import.meta.dirname, 'main.ts')

/** A service that dies more often than this within the time is not brought back again. */
const MOST_DEATHS = 5
const DEATHS_WITHIN_MS = 60_000

/** The key service of the installation, running until stopped. */
export interface KeyService {
  readonly ask: AskKeys
  /** Whether it runs as the same system user as the server, which can then read what it holds. */
  readonly isSameUser: boolean
  /** Process id of the service running now. */
  pid(): number
  stop(): Promise<void>
}

interface Around {
  /** The data directory. */
  readonly data: string
  readonly logger: Pick<Logger, 'error' | 'warn'>
}

/**
 * Starts the key service and brings it back when it dies; it is sealed then, unless a credential opens
 * it. A service that the operator runs (VIGIL_KEY_SOCKET) is used as it is.
 */
export async function startKeyService({ data, logger }: Around): Promise<KeyService> {
  const place = keyPlace(data)
  const ask = askAt(place.socket)
  if (process.env['VIGIL_KEY_SOCKET']) return joinService(ask)
  prepareKeyPlace(place)
  const user = chooseKeyUser()
  const words = [MAIN, place.directory, place.socket]
  if (user !== null) words.push(String(user.uid), String(user.gid))
  const start = () => launch(words)
  let child = await start()
  let stopping = false
  let deaths: readonly number[] = []
  let revival = Promise.resolve()
  const watch = (watched: ChildProcess) => {
    watched.once('exit', () => {
      if (!stopping) revival = revive()
    })
  }
  const revive = async () => {
    const now = performance.now()
    deaths = [...deaths.filter((at) => now - at < DEATHS_WITHIN_MS), now]
    if (deaths.length > MOST_DEATHS) {
      logger.error('the key service dies again and again')
      return
    }
    logger.warn('the key service died and is started anew')
    try {
      child = await start()
      watch(child)
    } catch (error) {
      logger.error({ err: error }, 'the key service does not start')
    }
  }
  watch(child)
  return {
    ask,
    isSameUser: user === null,
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true
      await revival
      if (child.exitCode !== null || child.signalCode !== null) return
      // This process may have nothing else left to wait for.
      child.ref()
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function joinService(ask: AskKeys): Promise<KeyService> {
  const status = await ask({ does: 'status' })
  const uid = status.ok ? status.value.uid : undefined
  return {
    ask,
    isSameUser: uid === process.getuid?.(),
    pid: () => 0,
    stop: () => Promise.resolve(),
  }
}

/** Starts the process and waits until it answers. */
async function launch(words: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, words, {
    env: surroundings(),
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C in a terminal reaches the server alone, which first lets running requests end.
    detached: true,
  })
  const ready = once(child.stdout, 'data').then(() => true)
  const isReady = await Promise.race([ready, once(child, 'exit').then(() => false)])
  if (!isReady) throw new Refusal('refusal.keys.start')
  child.stdin.on('error', () => undefined)
  // Nothing of it keeps a server alive that is about to end.
  child.unref()
  unrefStream(child.stdin)
  unrefStream(child.stdout)
  return child
}

function unrefStream(stream: object): void {
  if ('unref' in stream && typeof stream.unref === 'function') stream.unref()
}

function surroundings(): NodeJS.ProcessEnv {
  const { PATH, VIGIL_KEY_CREDENTIAL } = process.env
  return { PATH, VIGIL_KEY_CREDENTIAL }
}
