import { linkSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { once } from 'node:events'
import { Refusal } from '../refusal.ts'

/** This process is the only one on its data directory for as long as it holds this. */
export interface Instance {
  /** What a second instance is told about this one. */
  address: string
  release(): Promise<void>
}

/**
 * Takes the data directory for this process, or refuses because another Vigil has it. The lock is a
 * socket that answers: the kernel forgets it with the process, so nothing is left to clean up by hand.
 */
export async function claimInstance(run: string, data: string): Promise<Instance> {
  const path = join(run, 'vigil.sock')
  const instance = { address: '' }
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(`${process.pid} ${instance.address}`)
  })
  const own = await listenPrivately(server, path)
  for (let tries = 0; !take(own, path); tries += 1) {
    const other = await ask(path)
    if (other === undefined && tries < 3) {
      rmSync(path, { force: true })
      continue
    }
    await close(server)
    throw refuseSecond(data, other)
  }
  return Object.assign(instance, { release: () => release(server, path) })
}

function refuseSecond(data: string, other = ''): Refusal {
  const [pid = '', address = ''] = other.split(' ')
  return address === ''
    ? new Refusal('refusal.instance.starting', { data, pid })
    : new Refusal('refusal.instance.second', { data, pid, address })
}

/** Listens under a name of its own, which it returns. */
async function listenPrivately(server: Server, path: string): Promise<string> {
  const own = `${path}.${process.pid}`
  rmSync(own, { force: true })
  server.listen(own)
  await once(server, 'listening')
  server.unref()
  return own
}

/** Giving the socket its public name fails where that name is taken: one of two wins, never both. */
function take(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** What the holder says; undefined where nobody listens any more. */
async function ask(path: string): Promise<string | undefined> {
  const socket = connect(path)
  try {
    let said = ''
    for await (const chunk of socket.setEncoding('utf8')) said += String(chunk)
    return said
  } catch {
    return undefined
  } finally {
    socket.destroy()
  }
}

async function release(server: Server, path: string): Promise<void> {
  rmSync(path, { force: true })
  await close(server)
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.ref()
    server.close(() => {
      resolve()
    })
  })
}
