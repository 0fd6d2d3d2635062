import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatSignerKey,
  formatVerifierKey,
  isKeyName,
  parseSignerKey,
  parseVerifierKey,
  toVerifierKey,
} from '../../src/log/index.ts'
import { publicKeyOf } from './ed25519.ts'
import { ENOCH, keyOf, PETER, PETER_SECRET } from './keys.ts'
import { FULL } from './support.ts'

function isVerifier(text: string): boolean {
  return parseVerifierKey(text).ok
}

function isSigner(text: string): boolean {
  return parseSignerKey(text, publicKeyOf).ok
}

/** Every part of a text but the whole, and the text with every character made the next one. */
function mangled(text: string): string[] {
  const places = Array.from({ length: text.length + 1 }, (_, place) => place)
  const parts = places.flatMap((from) => places.slice(from + 1).map((to) => text.slice(from, to)))
  const raised = [...text].map(
    (character, at) =>
      text.slice(0, at) + String.fromCodePoint(character.charCodeAt(0) + 1) + text.slice(at + 1),
  )
  return [...parts.filter((part) => part !== text), ...raised]
}

describe('a verifier key', () => {
  test.each([PETER, ENOCH])('is read as published and written the same: %s', (text) => {
    const key = parseVerifierKey(text)
    if (!key.ok) throw new Error(key.problem)
    expect(formatVerifierKey(key.value)).toBe(text)
    expect(toVerifierKey(key.value.name, key.value.publicKey)).toEqual(key.value)
  })

  test('is refused wherever it was mangled', () => {
    const texts = [...mangled(PETER), ...mangled(ENOCH)]
    expect(texts.length).toBeGreaterThan(4000)
    expect(texts.filter(isVerifier)).toEqual([])
  })

  test.each([
    ['PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==', 'key.malformed'],
    ['PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'key.unknownKind'],
    ['PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'key.wrongId'],
    ['PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'key.malformed'],
    [`${PETER}\n`, 'key.malformed'],
    [` ${PETER}`, 'key.malformed'],
    [PETER_SECRET, 'key.malformed'],
    [`${'n'.repeat(1_000_000)}${PETER}`, 'key.malformed'],
    ['', 'key.malformed'],
  ])('is refused when it is %.80j', (text, problem) => {
    expect(parseVerifierKey(text)).toMatchObject({ ok: false, problem })
  })

  test('comes back from every name and key that it can have', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(isKeyName)
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(name, key, (named, publicKey) => {
        const made = toVerifierKey(named, publicKey)
        expect(parseVerifierKey(formatVerifierKey(made))).toEqual({ ok: true, value: made })
      }),
      { numRuns: FULL ? 20_000 : 300 },
    )
  })

  test('is never read in two ways', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.stringMatching(/^[^+]{0,5}\+[0-9a-f]{8}\+[\w+/=]{44}$/),
        (...texts) => {
          for (const text of texts) {
            const key = parseVerifierKey(text)
            expect(!key.ok || formatVerifierKey(key.value) === text).toBe(true)
          }
        },
      ),
      { numRuns: FULL ? 200_000 : 2000 },
    )
  })

  test.each(['', 'two words', 'no\u00a0break', 'a+b', 'line\n', 'tab\t', '\ud800'])(
    'has no name like %j',
    (name) => {
      expect(isKeyName(name)).toBe(false)
      expect(() => toVerifierKey(name, new Uint8Array(32))).toThrow(RangeError)
    },
  )

  test('has 32 bytes', () => {
    expect(() => toVerifierKey('log', new Uint8Array(31))).toThrow(RangeError)
  })
})

describe('a signer key', () => {
  test('is read as published, knows its verifier key, and is written the same', () => {
    const key = parseSignerKey(PETER_SECRET, publicKeyOf)
    if (!key.ok) throw new Error(key.problem)
    expect(formatVerifierKey(key.value)).toBe(PETER)
    expect(formatSignerKey(key.value)).toBe(PETER_SECRET)
    const own = keyOf('vigil.example/log', 7)
    expect(parseSignerKey(formatSignerKey(own), publicKeyOf)).toEqual({ ok: true, value: own })
  })

  test('is refused wherever it was mangled', () => {
    expect(mangled(PETER_SECRET).filter(isSigner)).toEqual([])
  })

  test('is never repeated by its refusal', () => {
    const secrets = mangled(PETER_SECRET).map((text) => [text, parseSignerKey(text, publicKeyOf)])
    for (const [, refusal] of secrets) expect(JSON.stringify(refusal)).not.toContain('FALVFGyN')
  })
})
