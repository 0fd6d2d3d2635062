import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** Somebody at a browser who records one incident after the other, whatever happens to the server. */
interface Writer {
  /** Where the server is just now. */
  readonly address: () => string
  readonly cookie: string
  readonly isOver: () => boolean
  /** Told the id of each incident that the server said it had recorded. */
  readonly onRecorded: (id: string) => void
}

/** What is recorded, again and again. */
export const INCIDENT = JSON.stringify({
  operation: 'aldonia',
  region: 'coast',
  class: 'S2',
  state: 'submitted',
  entity: 'mission',
})
const AFTER_A_FAULT_MS = 25

/** Goes on until it is over; what fails is not counted, and the next is tried a moment later. */
export async function keepRecording(writer: Writer): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  while (!writer.isOver()) {
    const id = await record(writer, agent).catch(() => undefined)
    if (id === undefined) await pause(AFTER_A_FAULT_MS)
    else writer.onRecorded(id)
  }
  agent.destroy()
}

/** The id that a whole answer 201 names; anything else is no acknowledgement. */
function record({ address, cookie }: Writer, agent: Agent): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const url = `${address()}/api/incidents`
    const asked = request(url, { method: 'POST', agent, headers, timeout: 10_000 }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('error', reject).on('aborted', () => {
        reject(new Error('cut off'))
      })
      answer.on('end', () => {
        resolve(answer.statusCode === 201 ? (JSON.parse(text) as { id: string }).id : undefined)
      })
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.on('error', reject).end(INCIDENT)
  })
}
