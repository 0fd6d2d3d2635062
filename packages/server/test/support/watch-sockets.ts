import { Socket as DatagramSocket } from 'node:dgram'
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'

/**
 * Loaded into a process before its program (`--import`): every attempt to reach anything but this very
 * machine is refused and written into the file that VIGIL_TEST_SOCKETS names. All of Node's own ways
 * out lead through these: fetch, http, https, tls, and names that are looked up for them.
 */
const FILE = process.env['VIGIL_TEST_SOCKETS'] ?? ''
const OWN = new Set(['127.0.0.1', '::1', 'localhost'])

function note(kind: string, host: string): never {
  appendFileSync(FILE, `${kind} ${host}\n`)
  throw new Error(`An attempt to reach ${host}`)
}

interface Target {
  readonly path?: string | null
  readonly host?: string
}

/** What a socket is told to connect to; a list where Node has sorted it already. */
function targetOf([first, second]: readonly unknown[]): Target {
  if (Array.isArray(first)) return targetOf(first)
  if (typeof first === 'object' && first !== null) return first
  if (typeof first === 'string') return { path: first }
  return typeof second === 'string' ? { host: second } : {}
}

const connect = Reflect.get(Socket.prototype, 'connect') as (...given: unknown[]) => unknown
Socket.prototype.connect = function watched(this: Socket, ...given: unknown[]) {
  const { path, host = 'localhost' } = targetOf(given)
  if (!path && !OWN.has(host)) note('connect', host)
  return Reflect.apply(connect, this, given) as Socket
}

DatagramSocket.prototype.send = () => note('send', 'by datagram')
DatagramSocket.prototype.connect = () => note('connect', 'by datagram')
