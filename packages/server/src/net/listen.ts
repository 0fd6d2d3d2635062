import { once } from 'node:events'
import { createServer as createProbe, type Server } from 'node:net'
import { Refusal } from '../refusal.ts'
import { listenAddress } from './address.ts'
import { findPortHolder } from './port-holder.ts'

/** Where to listen. */
export interface Place {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

/** How long a request that has begun may take to end when the server stops. */
const LAST_REQUESTS_MS = 10_000

/** Refuses, before anything else is started, where the port is not to be had. */
export async function refuseTakenPort(place: Place): Promise<void> {
  const probe = createProbe()
  await listen(probe, place)
  probe.close()
  await once(probe, 'close')
}

/** Listens and returns the port. Refuses a port that is taken or not allowed. */
export async function listen(server: Server, place: Place): Promise<number> {
  server.listen(place.port, listenAddress(place.host))
  try {
    await once(server, 'listening')
  } catch (error) {
    throw refuseListening(place, error)
  }
  const address = server.address()
  return address === null || typeof address === 'string' ? place.port : address.port
}

/** Takes no new requests and resolves when those that had begun have ended. */
export async function stopListening(server: Stoppable): Promise<void> {
  const closed = once(server, 'close')
  server.close()
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

interface Stoppable extends Server {
  closeAllConnections(): void
  closeIdleConnections(): void
}

function refuseListening({ host, port }: Place, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    const holder = findPortHolder(port)
    const other = port + 1
    return holder === undefined
      ? new Refusal('refusal.port.taken', { port: String(port), other: String(other) })
      : new Refusal('refusal.port.takenBy', { port: String(port), other: String(other), holder })
  }
  if (code === 'EACCES') return new Refusal('refusal.port.denied', { port: String(port) })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Refusal('refusal.host.unknown', { host })
  }
  return error
}
