import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '../../../..')
const NODE = join(ROOT, 'node_modules/.bin/node')
const MAIN = 'packages/cli/src/main.ts'
const execute = promisify(execFile)
const PATIENCE_MS = 60_000
const READY = /^Vigil is ready: (https?:\/\/\S+)/m

export interface RunningServer {
  readonly address: string
  /** Runs a command of Vigil on the same data, to its end; fails where it fails. */
  readonly run: (...words: readonly string[]) => Promise<void>
  /** Fails where Vigil had ended before it was asked to, or did not end in order. */
  readonly stop: () => Promise<void>
}

/** How a Vigil is set up that is not as usual. */
export interface SetUp {
  /** Where it listens, where that must be known before. */
  readonly port?: number
  /** Files of its data directory, by name. */
  readonly files?: Readonly<Record<string, string>>
  /** With the invented people, each of whom a visitor can be. */
  readonly isDemonstration?: boolean
}

/** Starts Vigil as anybody would, on data of its own; `stop` ends it and takes the data away. */
export async function startServer({
  port = 0,
  files = {},
  isDemonstration = false,
}: SetUp = {}): Promise<RunningServer> {
  const data = await mkdtemp(join(tmpdir(), 'vigil-e2e-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(data, name), text)
  const demonstration = isDemonstration ? ['--demo'] : []
  const command = [MAIN, 'serve', '--data', data, '--port', String(port), ...demonstration]
  const child = spawn(NODE, command, {
    cwd: ROOT,
    env: { ...process.env, LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      said += `\n(ended with ${code ?? signal})`
      resolve()
    })
  })
  const address = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = READY.exec(said)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const fail = (): void => reject(new Error(`Vigil did not start. It said:\n${said}`))
    void ended.then(fail)
    setTimeout(fail, PATIENCE_MS).unref()
  }).catch((error: unknown) => {
    child.kill('SIGTERM')
    throw error
  })
  return {
    address,
    run: async (...words) => {
      await execute(NODE, [MAIN, ...words, '--data', data], { cwd: ROOT })
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
      if (child.exitCode !== 0) throw new Error(`Vigil ended badly. It said:\n${said}`)
    },
  }
}
