import {
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import type { ProviderSettings } from '../../src/provider/settings.ts'

/** What an honest provider never does; each for one attack or mishap. */
export interface Lies {
  /** Claims of the token that are not as they are; null leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly alg?: string
  readonly kid?: string
  readonly signWith?: KeyObject
  /** By the key of HMAC, as if its signature proved anything. */
  readonly macWith?: string
  /** Parameters of the answer that are not as they are; null leaves one out. */
  readonly answer?: Readonly<Record<string, string | null>>
  /** More metadata than is true. */
  readonly metadata?: Readonly<Record<string, unknown>>
  /** What happens instead of an answer to a request for this path. */
  readonly instead?: { readonly path: string; readonly happens: Mishap }
  readonly withoutToken?: boolean
}

type Mishap = (answer: ServerResponse) => void

interface Visitor {
  readonly nonce: string
  readonly challenge: string
  readonly redirect: string
}

export const CLIENT = { id: 'vigil', secret: 'not-a-secret-to-anybody' }
const KEY_ID = 'key-1'

/** An identity provider on this machine that says what it is told to, and knows everybody. */
export class LyingProvider {
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #visitors = new Map<string, Visitor>()
  readonly #server: Server
  lies: Lies = {}
  /** Whom it vouches for next, and what more it says. */
  claims: Record<string, unknown> = { sub: 'amina-there' }
  /** The paths that it was asked for. */
  asked: string[] = []

  constructor() {
    this.#server = createServer((request, answer) => void this.#answer(request, answer))
  }

  static async start(): Promise<LyingProvider> {
    const provider = new LyingProvider()
    provider.#server.listen(0, '127.0.0.1')
    await once(provider.#server, 'listening')
    afterAll(() => {
      provider.#server.closeAllConnections()
      provider.#server.close()
    })
    return provider
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get publicKey(): KeyObject {
    return this.#keys.publicKey
  }

  /** How a Vigil is configured that trusts it. */
  settings(more: Partial<ProviderSettings> = {}): ProviderSettings {
    return {
      name: 'Example Mission',
      issuer: new URL(this.issuer),
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      address: new URL('http://localhost'),
      hosts: [],
      strong: { amr: ['mfa'], acr: ['urn:example:strong'] },
      ...more,
    }
  }

  /** Somebody goes there and signs in; gives what stands behind the `?` when they are sent back. */
  visit(address: string): string {
    const asked = new URL(address).searchParams
    const code = randomBytes(12).toString('hex')
    const get = (name: string) => asked.get(name) ?? ''
    const redirect = get('redirect_uri')
    this.#visitors.set(code, { nonce: get('nonce'), challenge: get('code_challenge'), redirect })
    const answer = { code, state: get('state'), iss: this.issuer, ...this.lies.answer }
    const told = Object.entries(answer).filter((pair): pair is [string, string] => pair[1] !== null)
    return new URLSearchParams(told).toString()
  }

  async #answer(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    this.asked.push(path)
    const { instead } = this.lies
    if (instead?.path === path) return instead.happens(answer)
    const said = path === '/token' ? await this.#token(request) : this.#say(path)
    answer.writeHead(said === null ? 400 : 200, { 'content-type': 'application/json' })
    answer.end(JSON.stringify(said ?? { error: 'invalid_grant' }))
  }

  #say(path: string): object | null {
    if (path === '/keys') {
      const key = this.#keys.publicKey.export({ format: 'jwk' })
      return { keys: [{ ...key, kid: KEY_ID, use: 'sig', alg: 'RS256' }] }
    }
    if (path !== '/.well-known/openid-configuration') return null
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: true,
      ...this.lies.metadata,
    }
  }

  /** Codes are good once, for the client, and for whoever has the verifier. */
  async #token(request: IncomingMessage): Promise<object | null> {
    const body = new URLSearchParams(await text(request))
    const visitor = this.#visitors.get(body.get('code') ?? '')
    this.#visitors.delete(body.get('code') ?? '')
    const verifier = createHash('sha256').update(body.get('code_verifier') ?? '')
    const isRight =
      isClient(request.headers.authorization) &&
      visitor?.challenge === verifier.digest('base64url') &&
      visitor.redirect === body.get('redirect_uri')
    if (!isRight) return null
    const id_token = this.lies.withoutToken ? undefined : this.#idToken(visitor)
    return { access_token: 'unused', token_type: 'Bearer', expires_in: 60, id_token }
  }

  #idToken({ nonce }: Visitor): string {
    const now = Math.floor(Date.now() / 1000)
    const { alg = 'RS256', kid = KEY_ID, claims = {} } = this.lies
    const said = {
      iss: this.issuer,
      aud: CLIENT.id,
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce,
      ...this.claims,
      ...claims,
    }
    const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
    const head = `${encode({ alg, kid, typ: 'JWT' })}.${encode(told)}`
    return `${head}.${this.#sign(head)}`
  }

  #sign(head: string): string {
    const { alg, macWith, signWith = this.#keys.privateKey } = this.lies
    if (alg === 'none') return ''
    if (macWith !== undefined) return createHmac('sha256', macWith).update(head).digest('base64url')
    return sign('sha256', Buffer.from(head), signWith).toString('base64url')
  }
}

/** RFC 6749, 2.3.1: both are form-encoded first. */
function isClient(authorization = ''): boolean {
  const sent = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
  return sent.split(':').map(decodeURIComponent).join(' ') === `${CLIENT.id} ${CLIENT.secret}`
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
