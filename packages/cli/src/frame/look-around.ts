import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Config } from '@vigil/server/config.ts'

const MAIN = join(import.meta.dirname, '../main.ts')
/** The address stands in the one line that a Vigil prints when it is ready. */
const ADDRESS = /http:\/\/localhost:\d+/

/** A demonstration beside an installation: a process of its own, which ends with this one. */
export interface LookAround {
  /** Starts it, once, and gives its address; throws where it does not get that far. */
  readonly begin: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** A demonstration whose data lie within the data directory of the installation, on any free port. */
export function lookAround({ data }: Pick<Config, 'data'>): LookAround {
  let child: ChildProcess | undefined
  let address: Promise<string> | undefined
  return {
    begin() {
      if (child?.exitCode !== null) address = undefined
      address ??= readAddress((child = start(join(data, 'demonstration'))))
      return address
    },
    async stop() {
      if (!child || child.exitCode !== null) return
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The channel lets it notice that this process is gone, however it went. */
function start(data: string): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env
  return spawn(process.execPath, [MAIN, 'serve', '--demo', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env,
  })
}

async function readAddress({ stdout }: ChildProcess): Promise<string> {
  if (stdout) {
    for await (const line of createInterface({ input: stdout })) {
      const [found] = ADDRESS.exec(line) ?? []
      if (found) return found
    }
  }
  throw new Error('The demonstration ended before it was ready')
}
