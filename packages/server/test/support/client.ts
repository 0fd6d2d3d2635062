import { randomBytes } from 'node:crypto'
import type { Problem } from '@vigil/contract/schemas'
import { pino } from 'pino'
import { createApp } from '../../src/app.ts'
import { createDeviceClocks } from '../../src/clock/devices.ts'
import type { Db } from '../../src/db/transaction.ts'
import { createGlassHours } from '../../src/glass/hours.ts'
import type { App, Services } from '../../src/http/services.ts'
import type { AskKeys } from '../../src/keys/protocol.ts'
import type { Clock, Counter } from '../../src/ports.ts'
import { FIRST, PASSPHRASE } from './first.ts'

/** A clock that goes only when told to. */
export class HandClock implements Clock, Counter {
  #now: Date
  #count = 0
  /** The latest that it ever showed. */
  furthest: Date

  constructor(start = new Date('2026-03-02T08:00:00Z')) {
    this.#now = start
    this.furthest = start
  }

  now(): Date {
    return this.#now
  }

  count(): number {
    return this.#count
  }

  /** Time goes by. */
  advance(milliseconds: number): void {
    this.#count += milliseconds
    this.set(milliseconds)
  }

  /** Somebody sets the clock: no time goes by. */
  set(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds)
    if (this.#now > this.furthest) this.furthest = this.#now
  }
}

export { FIRST, PASSPHRASE }

/** Passphrases cost little here: what they cost a real server is tested there. */
const CHEAP = { memory: 64, passes: 1, parallelism: 1 } as const

/** Nobody has set up any keys. */
const NO_KEYS: AskKeys = () => Promise.resolve({ ok: false, problem: 'new' })

/** The clock of each database: what is in its log must not lie ahead of the next application on it. */
const clocks = new WeakMap<object, HandClock>()

/** The application on `db` as it is over plain http on this machine, silent, at a time of its own. */
export function startApp(db: Db, more: Partial<Services> = {}): { app: App; clock: HandClock } {
  const clock = new HandClock(clocks.get(db)?.furthest)
  clocks.set(db, clock)
  const app = createApp({
    db,
    clock,
    devices: createDeviceClocks(),
    hours: createGlassHours(clock),
    logger: pino({ level: 'silent' }),
    version: '0.0.0-test',
    tls: false,
    hostName: 'localhost',
    isDemonstration: false,
    beginDemonstration: null,
    webRoot: '/nowhere',
    keys: NO_KEYS,
    hashing: CHEAP,
    identityProvider: null,
    factorKey: randomBytes(32),
    stopping: new AbortController().signal,
    ...more,
  })
  return { app, clock }
}

/** A browser: sends what browsers send and keeps its cookies. */
export class Browser {
  readonly #app: App
  readonly #cookies = new Map<string, string>()
  readonly address: string
  readonly #origin: string

  constructor(app: App, { address = '127.0.0.1', origin = 'http://localhost' } = {}) {
    this.#app = app
    this.address = address
    this.#origin = origin
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  async send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    const set = (name: string, value: string) => {
      if (!headers.has(name)) headers.set(name, value)
    }
    set('sec-fetch-site', 'same-origin')
    set('cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '))
    const environment = { incoming: { socket: { remoteAddress: this.address } } }
    const url = `${this.#origin}${path}`
    const answer = await this.#app.request(url, { ...init, method, headers }, environment)
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie)
    return answer
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('GET', path, { headers })
  }

  /** Sends `body` as JSON. */
  json(method: string, path: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' }
    return this.send(method, path, { headers, body: JSON.stringify(body) })
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (/max-age=0/i.test(cookie)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

/** A browser in which the first account was just made. */
export async function signUp(app: App): Promise<Browser> {
  const browser = new Browser(app)
  const answer = await browser.json('POST', '/api/setup', FIRST)
  if (answer.status !== 201) throw new Error(`Setup answered ${answer.status}`)
  return browser
}

/** The problem that an answer is, checked by its media type. */
export async function problemOf(answer: Response): Promise<Problem> {
  const type = answer.headers.get('content-type')
  if (type !== 'application/problem+json') throw new Error(`${answer.status} is ${type}`)
  return (await answer.json()) as Problem
}
