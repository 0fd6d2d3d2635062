import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { extractFile, fixture } from './support.ts'

const SEEDS = [
  'arabic.html',
  'letter.html',
  'letter-chromium.pdf',
  'letter-libreoffice.docx',
  'arabic-chromium.pdf',
  'encrypted.pdf',
  'conclusions-numbered.docx',
].map((name) => ({ name, bytes: fixture(name) }))

const FULL = process.env['VIGIL_TORTURE'] === '1'
const RUNS = FULL ? 5_000 : 150
const MINUTE_MS = 60_000
/** The full size takes its time; the small one ends where a busy machine is slow. */
const BOUNDS = FULL ? {} : { interruptAfterTimeLimit: 0.8 * MINUTE_MS }
/** What the whole process may grow by while hostile files are read, in bytes. */
const MOST_MEMORY = 512 * 1024 * 1024

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
let highest = 0
let before = 0
const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20)
afterAll(() => clearInterval(watch))

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

/** Ways to spoil a file: other bytes, a cut, a piece of another file, a piece repeated. */
const spoiling = fc.oneof(
  fc.record({
    kind: fc.constant('bytes' as const),
    changes: fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), from: place, to: place }),
  fc.record({
    kind: fc.constant('splice' as const),
    at: place,
    other: fc.nat(SEEDS.length - 1),
    from: place,
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    from: place,
    times: fc.integer({ min: 2, max: 40 }),
  }),
)

type Spoiling = typeof spoiling extends fc.Arbitrary<infer Value> ? Value : never

function spoil(bytes: Buffer, how: Spoiling): Buffer {
  const offset = (share: number) => Math.floor(share * bytes.length)
  switch (how.kind) {
    case 'bytes': {
      const copy = Buffer.from(bytes)
      for (const [at, value] of how.changes) copy[offset(at)] = value
      return copy
    }
    case 'cut': {
      const [from, to] = [offset(how.from), offset(how.to)].toSorted((a, b) => a - b)
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
    }
    case 'splice': {
      const other = SEEDS[how.other]?.bytes ?? bytes
      const piece = other.subarray(Math.floor(how.from * other.length)).subarray(0, 5000)
      return Buffer.concat([
        bytes.subarray(0, offset(how.at)),
        piece,
        bytes.subarray(offset(how.at)),
      ])
    }
    case 'repeat': {
      const piece = bytes.subarray(offset(how.from)).subarray(0, 20_000)
      return Buffer.concat([
        bytes.subarray(0, offset(how.from)),
        ...Array<Buffer>(how.times).fill(piece),
        piece,
      ])
    }
  }
}

/** What each test adds is measured by itself. */
beforeEach(() => {
  before = process.memoryUsage.rss()
  highest = before
})

describe('a spoilt file', () => {
  it(
    'gives a text or a refusal, in time and memory',
    async () => {
      const spoilt = fc.tuple(
        fc.constantFrom(...SEEDS),
        fc.array(spoiling, { minLength: 1, maxLength: 3 }),
      )
      const outcomes = new Map<string, number>()
      const property = fc.asyncProperty(spoilt, async ([seed, ways]) => {
        const started = performance.now()
        const extracted = await extractFile(ways.reduce(spoil, seed.bytes), seed.name)
        expect(typeof (extracted.ok ? extracted.text : extracted.problem)).toBe('string')
        expect(performance.now() - started).toBeLessThan(20_000)
        const outcome = extracted.ok ? 'text' : extracted.problem
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      })
      await fc.assert(property, { numRuns: RUNS, ...BOUNDS })
      const told = [...outcomes].map(([outcome, times]) => `${times} ${outcome}`).join(', ')
      process.stdout.write(
        `Measured: spoilt files: ${told}; ${megabytes(highest - before)} MB more\n`,
      )
    },
    FULL ? 60 * MINUTE_MS : MINUTE_MS,
  )

  it('a small PDF that unpacks to gigabytes is refused within memory', async () => {
    const extracted = await extractFile(bombPdf(), 'a.pdf')
    expect(extracted).toEqual({ ok: false, problem: 'file.bomb' })
    expect(highest - before).toBeLessThan(MOST_MEMORY)
  })
})

/** Three gigabytes of blanks as a page's content, packed a thousandfold. */
function bombPdf(): Buffer {
  const block = deflateRawSync(Buffer.alloc(10_000_000, ' '), {
    finishFlush: constants.Z_FULL_FLUSH,
  })
  const packed = Buffer.concat([
    Buffer.from('789c', 'hex'),
    ...Array<Buffer>(300).fill(block),
    Buffer.from('0300', 'hex'),
  ])
  return Buffer.concat([
    Buffer.from(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj
4 0 obj << /Length ${packed.length} /Filter /FlateDecode >> stream
`),
    packed,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF'),
  ])
}
