/**
 * What signing in costs: `node bench/login.ts`. By passphrase, against Argon2id alone; by a passkey,
 * against the check of one signature alone; by turns, medians. Requests are answered within this process
 * on a database as durable as a real one.
 */
import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { addAccount } from '@vigil/server/accounts/administer.ts'
import { HASHING, hashPassphrase, verifyPassphrase } from '@vigil/server/accounts/passphrase.ts'
import { createApp } from '@vigil/server/app.ts'
import type { Db } from '@vigil/server/db/transaction.ts'
import pg from 'pg'
import { pino } from 'pino'
import { time, withEmptyDatabase } from './support/corpus.ts'

const PASSPHRASE = 'a lighthouse keeps its own counsel'
const ROUNDS = { passphrase: 40, passkey: 400 } as const
const CREDENTIAL = Buffer.alloc(32, 7)
const VERIFIED = 0x05

type App = ReturnType<typeof createApp>

await withEmptyDatabase(async (db, owner) => {
  const app = startApp(db)
  const grants = [] as const
  const made = await addAccount(db, {
    name: 'Amina Example',
    signInName: 'amina',
    passphrase: PASSPHRASE,
    grants,
    now: new Date(),
  })
  if (!made) throw new Error('There is such an account already')
  await measurePassphrase(app)
  await measurePasskey(app, owner, made.id)
})

function startApp(db: Db): App {
  return createApp({
    db,
    clock: { now: () => new Date() },
    logger: pino({ level: 'silent' }),
    version: '0.0.0-bench',
    tls: false,
    hostName: 'localhost',
    webRoot: '/nowhere',
    hashing: HASHING,
    factorKey: Buffer.alloc(32),
    stopping: new AbortController().signal,
  })
}

async function measurePassphrase(app: App): Promise<void> {
  const hash = await hashPassphrase(PASSPHRASE)
  const [whole, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS.passphrase; round += 1) {
    const body = { signInName: 'amina', passphrase: PASSPHRASE }
    whole.push(await time(() => post(app, '/api/session', body)))
    bare.push(await time(() => verifyPassphrase(PASSPHRASE, hash)))
  }
  tell('by passphrase', { whole, bare, than: 'Argon2id' })
}

async function measurePasskey(app: App, owner: pg.ClientConfig, accountId: string): Promise<void> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' })
  const coordinates = [x, y].map((part) => Buffer.from(part, 'base64url').toString('hex'))
  const cose = `a5010203262001215820${coordinates.join('225820')}`
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(
    `insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, added_at)
     values (gen_random_uuid(), $1, $2, decode($3, 'hex'), 0, '{}', 'bench', now())`,
    [accountId, CREDENTIAL, cose],
  )
  await client.end()
  const [whole, bare]: [number[], number[]] = [[], []]
  const data = Buffer.alloc(69)
  const signature = sign('sha256', data, keys.privateKey)
  for (let round = 0; round < ROUNDS.passkey; round += 1) {
    const { challenge } = (await post(app, '/api/session/challenge')) as { challenge: string }
    const signed = signChallenge(challenge, { key: keys.privateKey, accountId })
    whole.push(await time(() => post(app, '/api/session/passkey', signed)))
    bare.push(await time(() => Promise.resolve(verify('sha256', data, keys.publicKey, signature))))
  }
  tell('by passkey', { whole, bare, than: 'one signature' })
}

/** What a device answers (WebAuthn Level 3, 6.3.3 and 5.8.1). */
function signChallenge(
  challenge: string,
  { key, accountId }: { key: KeyObject; accountId: string },
): object {
  const said = { type: 'webauthn.get', challenge, origin: 'http://localhost', crossOrigin: false }
  const clientData = Buffer.from(JSON.stringify(said))
  const authData = Buffer.concat([
    createHash('sha256').update('localhost').digest(),
    Buffer.of(VERIFIED, 0, 0, 0, 0),
  ])
  const hash = createHash('sha256').update(clientData).digest()
  const id = CREDENTIAL.toString('base64url')
  return {
    id,
    rawId: id,
    type: 'public-key',
    response: {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', Buffer.concat([authData, hash]), key).toString('base64url'),
      userHandle: Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url'),
    },
  }
}

async function post(app: App, path: string, body?: object): Promise<unknown> {
  const answer = await app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

interface Times {
  readonly whole: readonly number[]
  readonly bare: readonly number[]
  readonly than: string
}

function tell(name: string, { whole, bare, than }: Times): void {
  const [all, part] = [median(whole), median(bare)]
  const more = (all - part).toFixed(1)
  console.log(
    `  ${name}: ${all.toFixed(1)} ms, ${than} alone ${part.toFixed(2)} ms: ${more} ms more (${whole.length} rounds)`,
  )
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN
}
