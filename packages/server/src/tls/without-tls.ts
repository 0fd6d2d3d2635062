import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Server } from 'node:https'
import type { Socket } from 'node:net'

/** The first byte of every TLS connection: a handshake record (RFC 8446, 5.1). */
const HANDSHAKE = 0x16
/** Whoever says nothing is sent away. */
const PATIENCE_MS = 20_000

/**
 * Whoever comes to a TLS port in plain HTTP, as browsers do when no scheme is typed, is sent to the
 * same address with https; nothing else is answered there.
 */
export function sendPlainHttpToTls(server: Server): Server {
  const plain = createServer(sendToTls)
  const encrypted = server.listeners('connection')
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    socket.setTimeout(PATIENCE_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.once('readable', () => {
      const first = socket.read() as Buffer | null
      if (first === null) return
      socket.setTimeout(0)
      socket.unshift(first)
      if (first[0] !== HANDSHAKE) plain.emit('connection', socket)
      else for (const listener of encrypted) listener.call(server, socket)
    })
  })
  return server
}

function sendToTls({ headers, url = '/' }: IncomingMessage, response: ServerResponse): void {
  const status = headers.host === undefined ? 400 : 308
  const location = headers.host === undefined ? {} : { location: `https://${headers.host}${url}` }
  response.writeHead(status, { ...location, connection: 'close', 'content-length': 0 }).end()
}
