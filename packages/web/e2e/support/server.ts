import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../../..')
const PATIENCE_MS = 60_000

export interface RunningServer {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Starts Vigil as anybody would, on data of its own; `stop` ends it and takes the data away. */
export async function startServer(): Promise<RunningServer> {
  const data = await mkdtemp(join(tmpdir(), 'vigil-e2e-'))
  const port = await findFreePort()
  const child = spawn(
    join(ROOT, 'node_modules/.bin/node'),
    ['packages/cli/src/main.ts', 'serve', '--data', data, '--port', String(port)],
    { cwd: ROOT, env: { ...process.env, LANG: 'en_US.UTF-8' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = `http://localhost:${port}`
  await waitForHealth(address, () => child.exitCode !== null).catch((error: unknown) => {
    child.kill('SIGTERM')
    throw new Error(`Vigil did not start. It said:\n${said}`, { cause: error })
  })
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function waitForHealth(address: string, hasEnded: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end && !hasEnded()) {
    const answer = await fetch(`${address}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(hasEnded() ? 'it ended' : 'it did not answer in time')
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() =>
        typeof at === 'object' && at ? resolve(at.port) : reject(new Error('no port')),
      )
    })
  })
}
