import { chmodSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { type AskKeys, KeyRequest, type KeyRefusal } from '../protocol.ts'

/** Longest line that a request may be: 500 keys that come back from a copy. */
const MOST_BYTES = 4 * 1024 * 1024
const PATIENCE_MS = 60_000

const MALFORMED: KeyRefusal = { ok: false, problem: 'malformed' }

/** Answers on a Unix socket that its owner alone may open: one line of JSON in, one out. */
export async function listenForRequests(path: string, ask: AskKeys): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.setTimeout(PATIENCE_MS, () => socket.destroy())
    void answerOn(socket, ask)
  })
  // Nobody can slip in between the making of the socket and the closing of its door.
  const mask = process.umask(0o177)
  server.listen(path)
  await once(server, 'listening')
  process.umask(mask)
  chmodSync(path, 0o600)
  return server
}

async function answerOn(socket: Socket, ask: AskKeys): Promise<void> {
  try {
    const line = await readLine(socket)
    const answer = line === undefined ? MALFORMED : await answerLine(line, ask)
    socket.end(`${JSON.stringify(answer)}\n`)
  } catch {
    socket.destroy()
  }
}

/** Answers what a line asks; whatever is no request is refused. */
export async function answerLine(line: string, ask: AskKeys): Promise<object> {
  const request = KeyRequest.safeParse(parseJson(line))
  return request.success ? ask(request.data) : MALFORMED
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The first line; undefined where it is too long or never ends. */
async function readLine(socket: Socket): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer
    const end = bytes.indexOf('\n')
    chunks.push(end === -1 ? bytes : bytes.subarray(0, end))
    length += bytes.length
    if (length > MOST_BYTES) return undefined
    if (end !== -1) return Buffer.concat(chunks).toString('utf8')
  }
  return undefined
}
