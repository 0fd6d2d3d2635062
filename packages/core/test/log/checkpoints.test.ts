import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Checkpoint,
  formatCheckpoint,
  formatNote,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  signNote,
} from '../../src/log/index.ts'
import { signWith, verifyEd25519 } from './ed25519.ts'
import { keyOf } from './keys.ts'
import { anyTextOf, FULL } from './support.ts'

/** The example of the published format. */
const EXAMPLE =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

const ORIGIN = 'vigil.example/log'
const key = keyOf(ORIGIN, 1)
const trust = { origin: ORIGIN, keys: [key], verify: verifyEd25519 }

function signed(text: string, by = key): string {
  return formatNote(signNote({ text, signatures: [] }, by, signWith(by.seed)))
}

describe('a checkpoint', () => {
  test('is read as published and written the same', () => {
    const read = parseCheckpoint(EXAMPLE)
    if (!read.ok) throw new Error(read.problem)
    expect(read.value).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      extensions: [],
    })
    expect(Buffer.from(read.value.root).toString('hex')).toMatch(/^0ac5186a91863e8e1d90/)
    expect(formatCheckpoint(read.value)).toBe(EXAMPLE)
  })

  test('keeps further lines', () => {
    const more = `${EXAMPLE}one\nand another\n`
    expect(parseCheckpoint(more)).toMatchObject({ value: { extensions: ['one', 'and another'] } })
  })

  test('of an empty log has the size 0', () => {
    expect(parseCheckpoint(EXAMPLE.replace('20852163', '0'))).toMatchObject({ value: { size: 0 } })
  })

  test.each([
    ['nothing', '', 'checkpoint.malformed'],
    ['two lines', 'log\n5\n', 'checkpoint.malformed'],
    ['no end of the last line', EXAMPLE.slice(0, -1), 'checkpoint.malformed'],
    ['an empty origin', EXAMPLE.slice(EXAMPLE.indexOf('\n')), 'checkpoint.malformed'],
    ['an empty line at its end', `${EXAMPLE}\n`, 'checkpoint.malformed'],
    ['an empty line among further ones', `${EXAMPLE}a\n\nb\n`, 'checkpoint.malformed'],
    ['a line without end', `${EXAMPLE}${'a'.repeat(100_000)}\n`, 'checkpoint.malformed'],
    ['a word for a size', EXAMPLE.replace('20852163', 'bananas'), 'checkpoint.badSize'],
    ['a size below nothing', EXAMPLE.replace('20852163', '-34'), 'checkpoint.badSize'],
    ['a zero before its size', EXAMPLE.replace('2085', '02085'), 'checkpoint.badSize'],
    ['a plus before its size', EXAMPLE.replace('2085', '+2085'), 'checkpoint.badSize'],
    ['a blank after its size', EXAMPLE.replace('163\n', '163 \n'), 'checkpoint.badSize'],
    ['a size in sixteens', EXAMPLE.replace('20852163', '0x10'), 'checkpoint.badSize'],
    ['a size past every number', EXAMPLE.replace('20852163', '9'.repeat(28)), 'checkpoint.badSize'],
    [
      'a size that no number holds',
      EXAMPLE.replace('20852163', '9007199254740992'),
      'checkpoint.badSize',
    ],
    ['other digits', EXAMPLE.replace('20852163', '٣'), 'checkpoint.badSize'],
    ['a root that is not Base64', EXAMPLE.replace('CsUY', 'Cs_Y'), 'checkpoint.badRoot'],
    ['a short root', 'log\n123\nYmFuYW5hcw==\n', 'checkpoint.badRoot'],
    ['bits left over in its root', EXAMPLE.replace('q2I=', 'q2J='), 'checkpoint.badRoot'],
  ])('with %s is refused', (_, text, problem) => {
    expect(parseCheckpoint(text)).toMatchObject({ ok: false, problem })
  })

  test('that has no form is not written', () => {
    const read = parseCheckpoint(EXAMPLE)
    if (!read.ok) throw new Error(read.problem)
    for (const bad of [
      { origin: '' },
      { origin: 'a\nb' },
      { size: 1.5 },
      { size: -1 },
      { size: 1e21 },
      { root: new Uint8Array(31) },
      { extensions: [''] },
      { extensions: ['a\nb'] },
    ]) {
      expect(() => formatCheckpoint({ ...read.value, ...bad })).toThrow(TypeError)
    }
  })

  test('comes back from everything it can say', () => {
    fc.assert(
      fc.property(anyCheckpoint(), (checkpoint) => {
        expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual({
          ok: true,
          value: checkpoint,
        })
      }),
      { numRuns: FULL ? 50_000 : 500 },
    )
  })

  test('of whatever characters is read or refused, and never in two ways', () => {
    const pieces = fc.constantFrom(
      '\n',
      '0',
      '7',
      ' ',
      'log',
      'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    )
    fc.assert(
      fc.property(anyTextOf(pieces), (text) => {
        const read = parseCheckpoint(text)
        expect(!read.ok || formatCheckpoint(read.value) === text).toBe(true)
      }),
      { numRuns: FULL ? 200_000 : 2000 },
    )
  })
})

describe('a signed checkpoint', () => {
  const text = EXAMPLE.replace('example.com/behind-the-sofa', ORIGIN)

  test('as published has the form of a note', () => {
    const line =
      '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8='
    expect(parseNote(`${EXAMPLE}\n${line}\n`)).toMatchObject({
      value: {
        text: EXAMPLE,
        signatures: [{ name: 'example.com/behind-the-sofa', id: '033de0ae' }],
      },
    })
  })

  test('is believed when the log signed it', () => {
    expect(openCheckpoint(signed(text), trust)).toMatchObject({
      value: { origin: ORIGIN, size: 20_852_163 },
    })
  })

  test('is not believed of another log, by another key, or when it is none', () => {
    expect(openCheckpoint(signed(EXAMPLE), trust)).toMatchObject({
      problem: 'checkpoint.otherLog',
      values: { origin: ORIGIN, found: 'example.com/behind-the-sofa' },
    })
    expect(openCheckpoint(signed(text, keyOf(ORIGIN, 2)), trust)).toMatchObject({
      problem: 'note.unknownKeys',
    })
    expect(openCheckpoint(signed('Good morning.\n'), trust)).toMatchObject({
      problem: 'checkpoint.malformed',
    })
    expect(openCheckpoint(text, trust)).toMatchObject({ problem: 'note.noSignatures' })
  })

  test('cannot say another size or root', () => {
    for (const changed of [
      signed(text).replace('20852163', '20852164'),
      signed(text).replace('CsUY', 'DsUY'),
    ]) {
      expect(openCheckpoint(changed, trust)).toMatchObject({ problem: 'note.invalidSignature' })
    }
  })
})

function anyCheckpoint(): fc.Arbitrary<Checkpoint> {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((text) => text.replaceAll(/\p{Cc}/gu, '-'))
  return fc.record({
    origin: line,
    size: fc.maxSafeNat(),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    extensions: fc.array(line, { maxLength: 4 }),
  })
}
