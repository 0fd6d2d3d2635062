/**
 * What signing in costs over HTTP: `node bench/login.ts`. By turns, medians: coming in by passphrase, a
 * wrong passphrase and an unknown name, which must cost the same, beside the hash alone, which is meant
 * to cost; then an attempt that has to wait, which reaches no hash, and a request with a session beside
 * one that asks for nothing.
 */
import { hashPassphrase } from '../packages/server/src/accounts/passphrase.ts'
import { startServer } from '../packages/web/e2e/support/server.ts'
import { time } from './support/corpus.ts'

const RIGHT = { signInName: 'amina', passphrase: 'a lighthouse keeps its own counsel' }
const WRONG = { ...RIGHT, passphrase: 'a lighthouse keeps no counsel' }
/** One address may fail twenty times before it has to wait, and one name there five times. */
const ROUNDS = 9
const QUICK_ROUNDS = 500

const running = await startServer()
try {
  await measure()
} finally {
  await running.stop()
}

async function measure(): Promise<void> {
  const made = await post('/api/setup', { name: 'Amina Example', ...RIGHT })
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const bare = await median(ROUNDS, () => hashPassphrase(RIGHT.passphrase))
  console.log(`Medians of ${ROUNDS}; of ${QUICK_ROUNDS} where no passphrase is hashed`)
  say('hash of a passphrase alone', bare)
  for (const [name, times] of await signInByTurns()) say(name, middle(times), bare)
  while ((await post('/api/session', WRONG)).status !== 429);
  say(
    'an attempt that has to wait',
    await median(QUICK_ROUNDS, () => post('/api/session', WRONG)),
    bare,
  )
  const nothing = await median(QUICK_ROUNDS, () => get('/healthz', ''))
  say('a request without a session', nothing)
  say(
    'a request with a session',
    await median(QUICK_ROUNDS, () => get('/api/session', cookie)),
    nothing,
  )
}

async function signInByTurns(): Promise<ReadonlyMap<string, number[]>> {
  const ways = [
    ['signing in', RIGHT, 200],
    ['wrong passphrase', WRONG, 401],
    ['unknown name', null, 401],
  ] as const
  const times = new Map<string, number[]>(ways.map(([name]) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, given, status] of ways) {
      const work = async (): Promise<void> => {
        const asked = given ?? { ...RIGHT, signInName: `nobody-${round}` }
        const answer = await post('/api/session', asked)
        if (answer.status !== status) throw new Error(`${name} answered ${answer.status}`)
      }
      times.get(name)?.push(await time(work))
    }
  }
  return times
}

async function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return whole(await fetch(`${running.address}${path}`, init))
}

async function get(path: string, cookie: string): Promise<Response> {
  return whole(await fetch(`${running.address}${path}`, { headers: { cookie } }))
}

/** Read to its end, so that the connection is used again. */
async function whole(answer: Response): Promise<Response> {
  await answer.arrayBuffer()
  return answer
}

async function median(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await time(work))
  return middle(times)
}

function middle(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN
}

function say(what: string, milliseconds: number, beside?: number): void {
  const ratio = beside === undefined ? '' : `, ${(milliseconds / beside).toFixed(3)} times`
  console.log(`  ${what}: ${milliseconds.toFixed(2)} ms${ratio}`)
}
