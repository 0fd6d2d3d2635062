import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatNote,
  type Note,
  openNote,
  parseNote,
  parseSignerKey,
  parseVerifierKey,
  signNote,
  type VerifierKey,
} from '../../src/log/index.ts'
import { publicKeyOf, signWith, verifyEd25519 } from './ed25519.ts'
import { ENOCH, keyOf, PETER, PETER_SECRET } from './keys.ts'
import { anyTextOf, bytesOf, flipBit, FULL } from './support.ts'

const TEXT =
  'If you think cryptography is the answer to your problem,\nthen you don\u0027t know what your problem is.\n'
const PETER_LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const ENOCH_LINE =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'
const BOTH = `${TEXT}\n${PETER_LINE}${ENOCH_LINE}`

const peter = known(PETER)
const enoch = known(ENOCH)

function known(text: string): VerifierKey {
  const key = parseVerifierKey(text)
  if (!key.ok) throw new Error(key.problem)
  return key.value
}

function open(written: string, keys: readonly VerifierKey[]) {
  return openNote(written, keys, verifyEd25519)
}

describe('a note as published', () => {
  test('is made byte for byte', () => {
    const key = parseSignerKey(PETER_SECRET, publicKeyOf)
    if (!key.ok) throw new Error(key.problem)
    const note = signNote({ text: TEXT, signatures: [] }, key.value, signWith(key.value.seed))
    expect(formatNote(note)).toBe(`${TEXT}\n${PETER_LINE}`)
  })

  test('opens with either key, and keeps the signature of the other', () => {
    for (const key of [peter, enoch]) {
      const opened = open(BOTH, [key])
      if (!opened.ok) throw new Error(opened.problem)
      expect(opened.value.text).toBe(TEXT)
      expect(opened.value.signers).toEqual([key])
      expect(formatNote(opened.value)).toBe(BOTH)
    }
  })

  test('opens with both keys', () => {
    expect(open(BOTH, [enoch, peter])).toMatchObject({ value: { signers: [peter, enoch] } })
  })

  test('does not open without a key that signed it', () => {
    expect(open(BOTH, [])).toMatchObject({ problem: 'note.unknownKeys' })
    expect(open(BOTH, [keyOf('PeterNeumann', 1)])).toMatchObject({ problem: 'note.unknownKeys' })
    expect(open(BOTH, [{ ...peter, name: 'Peter' }])).toMatchObject({ problem: 'note.unknownKeys' })
  })

  test('does not open where one known key did not sign this, though another did', () => {
    const forged = BOTH.replace('rwz+eBzm', 'rwz+eBzn')
    expect(open(forged, [peter, enoch])).toMatchObject({
      problem: 'note.invalidSignature',
      values: { name: 'EnochRoot' },
    })
    expect(open(forged, [peter]).ok).toBe(true)
  })

  test('does not open where two keys that are known share a name and an id', () => {
    const twin = { ...enoch, name: peter.name, id: peter.id }
    expect(open(BOTH, [peter, twin])).toMatchObject({ problem: 'note.invalidSignature' })
  })

  test('does not open with a signature that is not 64 bytes long, whoever would take it', () => {
    const cut = { name: peter.name, id: peter.id, signature: new Uint8Array(63) }
    const written = formatNote({ text: TEXT, signatures: [cut] })
    expect(openNote(written, [peter], () => true)).toMatchObject({
      problem: 'note.invalidSignature',
    })
  })

  test('opens where an unknown key made signatures of any length', () => {
    const long = Buffer.alloc(5000, 7).toString('base64')
    expect(open(`${BOTH}— witness.example/w1 ${long}\n`, [peter]).ok).toBe(true)
  })
})

describe('a note', () => {
  test.each([
    ['without signatures', TEXT, 'note.noSignatures'],
    ['that ends after its text', `${TEXT}\n`, 'note.noSignatures'],
    ['that is nothing', '', 'note.noSignatures'],
    ['that is only ends of lines', '\n\n', 'note.noSignatures'],
    ['without a text', PETER_LINE, 'note.noSignatures'],
    ['with a text of no line', `\n${PETER_LINE}`, 'note.noSignatures'],
    ['without its last end of line', BOTH.slice(0, -1), 'note.noSignatures'],
    ['with a control character', `\u0001${BOTH}`, 'note.characters'],
    ['with ends of lines of two characters', BOTH.replaceAll('\n', '\r\n'), 'note.characters'],
    ['with half a character', `\ud800${BOTH}`, 'note.characters'],
    ['with a line that is no signature', `${BOTH}Unexpected line.\n`, 'note.badSignatureLine'],
    ['with a hyphen for a dash', BOTH.replace('— Peter', '- Peter'), 'note.badSignatureLine'],
    ['with a name of two words', BOTH.replace('— Peter', '— Peter '), 'note.badSignatureLine'],
    ['with a plus in a name', BOTH.replace('— Peter', '— Peter+'), 'note.badSignatureLine'],
    [
      'with a wide blank in a name',
      BOTH.replace('— Peter', '— Peter\u3000'),
      'note.badSignatureLine',
    ],
    ['with a signature of no bytes', `${TEXT}\n— a x08goA==\n`, 'note.badSignatureLine'],
    ['with bits left over', BOTH.replace('wJnAM=', 'wJnAN='), 'note.badSignatureLine'],
    ['without padding', BOTH.replace('wJnAM=', 'wJnAM'), 'note.badSignatureLine'],
    ['with 101 signatures', `${TEXT}\n${PETER_LINE.repeat(101)}`, 'note.tooManySignatures'],
    ['of a million letters', `${'a'.repeat(1_000_000)}\n\n${PETER_LINE}`, 'note.tooLong'],
  ])('%s is refused', (_, written, problem) => {
    expect(parseNote(written)).toMatchObject({ ok: false, problem })
    expect(open(written, [peter, enoch])).toMatchObject({ ok: false, problem })
  })

  test('names the line that is no signature', () => {
    expect(parseNote(`${BOTH}?\n`)).toMatchObject({ values: { line: '3' } })
  })

  test('may have a hundred signatures, and empty lines in its text', () => {
    expect(open(`\n\n\n${BOTH}`, [])).toMatchObject({ problem: 'note.unknownKeys' })
    expect(open(`${TEXT}\n${PETER_LINE.repeat(100)}`, [peter]).ok).toBe(true)
  })

  test('that has no form is not written', () => {
    const signatures = [{ name: 'a', id: '00000000', signature: new Uint8Array(64) }]
    for (const note of [
      { text: 'abc', signatures },
      { text: '', signatures },
      { text: 'a\rb\n', signatures },
      { text: 'a\n', signatures: [] },
      {
        text: 'a\n',
        signatures: [{ name: 'two words', id: '00000000', signature: Uint8Array.of(1) }],
      },
    ]) {
      expect(() => formatNote(note)).toThrow(TypeError)
    }
  })

  test('comes back from everything it can say', () => {
    fc.assert(
      fc.property(anyNote(), (note) => {
        expect(parseNote(formatNote(note))).toEqual({ ok: true, value: note })
      }),
      { numRuns: FULL ? 20_000 : 300 },
    )
  })

  test('opens with the key that signed it and says what was signed', () => {
    const key = keyOf('vigil.example/log', 1)
    fc.assert(
      fc.property(anyNote(), (note) => {
        const signed = formatNote(signNote(note, key, signWith(key.seed)))
        expect(open(signed, [key])).toMatchObject({ value: { text: note.text, signers: [key] } })
      }),
      { numRuns: FULL ? 5000 : 100 },
    )
  })

  test('with any bit turned over is refused', () => {
    const bytes = bytesOf(`${TEXT}\n${PETER_LINE}`)
    const opened: number[] = []
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const text = decode(flipBit(bytes, bit))
      if (text !== undefined && open(text, [peter]).ok) opened.push(bit)
    }
    expect(bytes).toHaveLength(210)
    expect(opened).toEqual([])
  })

  test('that is cut, or has anything more at its beginning, is refused', () => {
    const written = `${TEXT}\n${PETER_LINE}`
    for (let end = 0; end < written.length; end += 1) {
      expect(open(written.slice(0, end), [peter]).ok).toBe(false)
    }
    for (const more of ['a', '\n', '\ufeff', ' ']) {
      expect(open(more + written, [peter]).ok).toBe(false)
    }
  })

  test('of whatever characters is read or refused, and never in two ways', () => {
    const pieces = fc.constantFrom(
      '\n',
      '\n\n',
      '— ',
      'a',
      ' ',
      PETER_LINE,
      TEXT,
      '+',
      '=',
      '\u2028',
    )
    fc.assert(
      fc.property(anyTextOf(pieces), (written) => {
        const note = parseNote(written)
        expect(!note.ok || formatNote(note.value) === written).toBe(true)
      }),
      { numRuns: FULL ? 200_000 : 2000 },
    )
  })
})

/** Bytes as text, as whoever reads a file must decode it: undefined where they are not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function anyNote(): fc.Arbitrary<Note> {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/\p{Cc}/gu, ''))
  const text = fc.array(line, { minLength: 1 }).map((lines) => `${lines.join('\n')}\n`)
  const signature = fc.record({
    name: fc.stringMatching(/^[a-z0-9./é-]{1,20}$/),
    id: fc.stringMatching(/^[0-9a-f]{8}$/),
    signature: fc.uint8Array({ minLength: 1, maxLength: 90 }),
  })
  return fc.record({ text, signatures: fc.array(signature, { minLength: 1, maxLength: 20 }) })
}
