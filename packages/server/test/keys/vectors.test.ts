import * as vectors from 'cctv-age'
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { armor, Decrypter } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { decrypt, encrypt } from '../../src/keys/aes-gcm.ts'

/** AES-256 cases 13 to 16 of McGrew and Viega, The Galois/Counter Mode of Operation, appendix B. */
const GCM = [
  {
    key: '00'.repeat(32),
    nonce: '00'.repeat(12),
    plain: '',
    associated: '',
    cipher: '',
    tag: '530f8afbc74536b9a963b4f1c4cb738b',
  },
  {
    key: '00'.repeat(32),
    nonce: '00'.repeat(12),
    plain: '00'.repeat(16),
    associated: '',
    cipher: 'cea7403d4d606b6e074ec5d3baf39d18',
    tag: 'd0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    nonce: 'cafebabefacedbaddecaf888',
    plain:
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    associated: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    cipher:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    tag: '76fc6ece0f4e1768cddf8853bb2d551b',
  },
] as const

const FULL = process.env['VIGIL_TORTURE'] === '1'
const hex = (text: string) => Buffer.from(text, 'hex')

test.each(GCM)('AES-256-GCM gives $tag', ({ key, nonce, plain, associated, cipher, tag }) => {
  const input = { bytes: hex(plain), associated: hex(associated), nonce: hex(nonce) }
  const encrypted = encrypt(hex(key), input)
  expect(encrypted).toEqual({ nonce: hex(nonce), ciphertext: hex(cipher), tag: hex(tag) })
  expect(decrypt(hex(key), encrypted, hex(associated))).toEqual(hex(plain))
})

test('no bit of key, nonce, ciphertext, tag or associated data can be another', () => {
  const { key, nonce, plain, associated } = GCM[2]
  const input = { bytes: hex(plain), associated: hex(associated), nonce: hex(nonce) }
  const encrypted = encrypt(hex(key), input)
  const parts = { key: hex(key), associated: hex(associated), ...encrypted }
  let opened = 0
  let flips = 0
  for (const part of ['key', 'associated', 'nonce', 'ciphertext', 'tag'] as const) {
    for (let bit = 0; bit < parts[part].length * 8; bit += 1) {
      const flipped = Buffer.from(parts[part])
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const given = { ...parts, [part]: flipped }
      if (decrypt(given.key, given, given.associated) !== undefined) opened += 1
      flips += 1
    }
  }
  expect([flips, opened]).toEqual([8 * (32 + 20 + 12 + 60 + 16), 0])
})

/** Parts of a vector's header: what is expected of the file behind it. */
interface Vector {
  readonly name: string
  readonly expected: string
  readonly payload: string | undefined
  readonly identities: readonly string[]
  readonly passphrases: readonly string[]
  readonly isArmored: boolean
  readonly file: Uint8Array
}

function parse(name: string, bytes: Uint8Array): Vector {
  const all = Buffer.from(bytes)
  const end = all.indexOf('\n\n')
  const lines = all.subarray(0, end).toString('utf8').split('\n')
  const valuesOf = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2))
  const body = all.subarray(end + 2)
  return {
    name,
    expected: valuesOf('expect')[0] ?? '',
    payload: valuesOf('payload')[0],
    identities: valuesOf('identity'),
    passphrases: valuesOf('passphrase'),
    isArmored: valuesOf('armored')[0] === 'yes',
    file: valuesOf('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  }
}

async function open(vector: Vector): Promise<Uint8Array | null> {
  try {
    const decrypter = new Decrypter()
    for (const one of vector.identities) decrypter.addIdentity(one)
    for (const one of vector.passphrases) decrypter.addPassphrase(one)
    const text = () => Buffer.from(vector.file).toString('latin1')
    return await decrypter.decrypt(vector.isArmored ? armor.decode(text()) : vector.file)
  } catch {
    return null
  }
}

describe('the library for age', () => {
  test('gives the right verdict on the official vectors', async () => {
    const named = Object.entries(vectors)
    expect(named).toHaveLength(143)
    // Those with a passphrase cost what a passphrase must.
    const chosen = named.filter(([name]) => FULL || !name.startsWith('scrypt'))
    const all = chosen.map(([name, bytes]) => parse(name, bytes))
    const wrong: string[] = []
    for (const vector of all) {
      const opened = await open(vector)
      const hash = opened && createHash('sha256').update(opened).digest('hex')
      const isRight = vector.expected === 'success' ? hash === vector.payload : opened === null
      if (!isRight) wrong.push(`${vector.name}: ${vector.expected}`)
    }
    expect(all.length).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })
})
