import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { Refusal } from '../refusal.ts'
import { listenAddresses } from './address.ts'
import { findPortHolder } from './port-holder.ts'

/** Where to listen. */
export interface Place {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

/** A server of HTTP or HTTPS. */
interface Stoppable extends Server {
  closeAllConnections(): void
  closeIdleConnections(): void
}

/** A server that can be reached. */
export interface Listening {
  readonly port: number
  /** Takes no new requests and resolves when those that had begun have ended. */
  readonly stop: () => Promise<void>
}

/** How long a request that has begun may take to end when the server stops. */
const LAST_REQUESTS_MS = 10_000
/** A port that is free at one address may be taken at the next: so many are tried where any will do. */
const MOST_TRIES = 10
/** What a machine without IPv6 says. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

/** Refuses, before anything else is started, where the port is not to be had. */
export async function refuseTakenPort(place: Place): Promise<void> {
  const { doors } = await openDoors(createServer(), place)
  await Promise.all(doors.map(close))
}

/** Listens at every address that the host's name means. Refuses a port that is taken or not allowed. */
export async function listen(server: Stoppable, place: Place): Promise<Listening> {
  const { doors, port } = await openDoors(server, place)
  return { port, stop: () => stop(server, doors) }
}

/** What connections come in by: the server itself, and others that pass on to it what they get. */
async function openDoors(server: Server, place: Place, tries = 1): Promise<Doors> {
  const [first = place.host, ...others] = listenAddresses(place.host)
  const doors = [server]
  try {
    const port = await open(server, first, place.port)
    for (const address of others) {
      const door = createServer((socket) => server.emit('connection', socket))
      if (await opensIfThere(door, address, port)) doors.push(door)
    }
    return { doors, port }
  } catch (error) {
    await Promise.all(doors.filter((door) => door.listening).map(close))
    const isAnyGood = place.port === 0 && tries < MOST_TRIES
    if (isAnyGood && codeOf(error) === 'EADDRINUSE') return openDoors(server, place, tries + 1)
    throw refuseListening(place, error)
  }
}

interface Doors {
  readonly doors: readonly Server[]
  readonly port: number
}

async function open(server: Server, address: string, port: number): Promise<number> {
  server.listen(port, address)
  await once(server, 'listening')
  const taken = server.address()
  return taken === null || typeof taken === 'string' ? port : taken.port
}

async function opensIfThere(door: Server, address: string, port: number): Promise<boolean> {
  try {
    await open(door, address, port)
    return true
  } catch (error) {
    if (NO_SUCH_ADDRESS.has(codeOf(error))) return false
    throw error
  }
}

async function close(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}

async function stop(server: Stoppable, doors: readonly Server[]): Promise<void> {
  const closed = Promise.all(doors.map(close))
  const impatience = setTimeout(() => {
    server.closeAllConnections()
  }, LAST_REQUESTS_MS)
  // A connection that has had its answer would otherwise be kept open for the next request.
  const sweeping = setInterval(() => {
    server.closeIdleConnections()
  }, 50)
  await closed
  clearInterval(sweeping)
  clearTimeout(impatience)
}

function refuseListening({ host, port }: Place, error: unknown): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return refuseTaken(port)
    case 'EACCES':
      return new Refusal('refusal.port.denied', { port: String(port) })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Refusal('refusal.host.unknown', { host })
    default:
      return error
  }
}

function refuseTaken(port: number): Refusal {
  const values = { port: String(port), other: String(port + 1) }
  const holder = findPortHolder(port)
  return holder === undefined
    ? new Refusal('refusal.port.taken', values)
    : new Refusal('refusal.port.takenBy', { ...values, holder })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
