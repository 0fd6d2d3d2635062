import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  PasskeyCreation,
  PasskeyMade,
  PasskeyRequest,
  PasskeySigned,
} from '@vigil/contract/schemas'

/** What an honest device never says; each for one attack. */
export interface Lies {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly counter?: number
  readonly userHandle?: string | null
  readonly crossOrigin?: boolean
  readonly topOrigin?: string
  /** Whether the device says that it asked its owner. */
  readonly verified?: boolean
  readonly signWith?: KeyObject
  readonly format?: string
}

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

/** A device that keeps passkeys, in software: ES256, without a certificate of its maker. */
export class Authenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #id = randomBytes(32)
  #userHandle = ''
  /** How often it has signed; a device that does not count stays at 0. */
  counter = 1
  readonly #origin: string

  constructor({ origin = 'http://localhost' } = {}) {
    this.#origin = origin
  }

  get id(): string {
    return this.#id.toString('base64url')
  }

  /** Makes a passkey as `options` ask. */
  make(options: PasskeyCreation, lies: Lies = {}): PasskeyMade {
    this.#userHandle = options.user.id
    const authData = Buffer.concat([
      this.#head(options.rp.id, lies, ATTESTED),
      Buffer.alloc(16),
      uint16(this.#id.length),
      this.#id,
      this.#coseKey(),
    ])
    const attestation = Buffer.concat([
      Buffer.of(0xa3),
      text('fmt'),
      text(lies.format ?? 'none'),
      text('attStmt'),
      Buffer.of(0xa0),
      text('authData'),
      bytes(authData),
    ])
    const clientData = this.#clientData('webauthn.create', options.challenge, lies)
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** Signs as `options` ask; counts on. */
  sign(options: PasskeyRequest, lies: Lies = {}): PasskeySigned {
    if (this.counter > 0) this.counter += 1
    const authData = this.#head(options.rpId, lies)
    const clientData = this.#clientData('webauthn.get', options.challenge, lies)
    const signed = Buffer.concat([authData, sha256(clientData)])
    const key = lies.signWith ?? this.#keys.privateKey
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, key).toString('base64url'),
        userHandle: lies.userHandle === undefined ? this.#userHandle : lies.userHandle,
      },
    }
  }

  #head(rpId: string, { rpId: other, counter, verified = true }: Lies, more = 0): Buffer {
    const flags = PRESENT | (verified ? VERIFIED : 0) | more
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter ?? this.counter)
    return Buffer.concat([sha256(Buffer.from(other ?? rpId)), Buffer.of(flags), count])
  }

  #clientData(type: string, challenge: string, lies: Lies): Buffer {
    const { origin = this.#origin, crossOrigin = false, topOrigin } = lies
    const said = { type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin }
    return Buffer.from(JSON.stringify({ ...said, crossOrigin, topOrigin }))
  }

  /** COSE_Key, EC2, ES256, P-256 (RFC 9053, 7.1.1). */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    return Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
  }
}

/** Short text in CBOR (RFC 8949, 3.1). */
function text(word: string): Buffer {
  return Buffer.concat([Buffer.of(0x60 + word.length), Buffer.from(word)])
}

function bytes(content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0x59), uint16(content.length), content])
}

function uint16(value: number): Buffer {
  const written = Buffer.alloc(2)
  written.writeUInt16BE(value)
  return written
}

function sha256(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}
