import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  absenceProof,
  associatedData,
  blameForDifference,
  CLOCK_BOUND,
  erasureState,
  ErasureState,
  findClockDoubt,
  isBlockedByClock,
  judgeUnwrap,
  keyRoot,
  readSealed,
  verifyAbsence,
  writeSealed,
} from '../../src/keys/index.ts'
import { SensitivityClass } from '../../src/policy/index.ts'

const VECTORS = join(import.meta.dirname, '../../vectors/keys')
const DAY = 86_400_000
const NOW = 1_900_000_000_000

function read<Case extends z.ZodType>(name: string, shape: Case): z.infer<Case>[] {
  return z.array(shape).parse(JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8')))
}

const Place = z.strictObject({
  table: z.string(),
  record: z.string(),
  field: z.string(),
  version: z.int(),
  class: SensitivityClass,
  keyId: z.string(),
})
test.each(read('places', z.strictObject({ name: z.string(), place: Place, text: z.string() })))(
  'place: $name',
  ({ place, text }) => {
    expect(new TextDecoder().decode(associatedData(place))).toBe(text)
  },
)

const Hex = z.string().transform(hexToBytes)
const Parts = z.strictObject({ keyId: z.string(), nonce: Hex, ciphertext: Hex, tag: Hex })
const Sealed = z.strictObject({
  name: z.string(),
  parts: Parts.optional(),
  bytes: z.string(),
  problem: z.string().optional(),
})
test.each(read('sealed', Sealed))('sealed value: $name', ({ parts, bytes, problem }) => {
  const reading = readSealed(hexToBytes(bytes))
  expect(reading).toEqual(parts ? { ok: true, value: parts } : { ok: false, problem })
  if (parts) expect(bytesToHex(writeSealed(parts))).toBe(bytes)
})

const Absence = z.strictObject({
  name: z.string(),
  living: z.array(z.string()),
  key: z.string(),
  below: z.string().nullable().default(null),
  above: z.string().nullable().default(null),
  lives: z.boolean().default(false),
})
test.each(read('absence', Absence))('absence: $name', ({ living, key, below, above, lives }) => {
  const proof = absenceProof(living, key)
  expect(proof === null).toBe(lives)
  if (proof === null) return
  expect([proof.below?.keyId ?? null, proof.above?.keyId ?? null]).toEqual([below, above])
  expect(verifyAbsence(keyRoot(living), key, proof)).toBe(true)
})

const Erasure = z.strictObject({
  name: z.string(),
  by: z.string(),
  approvals: z.array(z.tuple([z.string(), z.number()])),
  held: z.boolean().default(false),
  revoked: z.boolean().default(false),
  destroyed: z.boolean().default(false),
  on: z.number(),
  state: ErasureState,
})
test.each(read('erasures', Erasure))('erasure: $name', (given) => {
  const facts = {
    requestedBy: given.by,
    approvals: given.approvals.map(([by, day]) => ({ by, at: NOW + day * DAY })),
    isHeld: given.held,
    isRevoked: given.revoked,
    isDestroyed: given.destroyed,
  }
  expect(erasureState(facts, NOW + given.on * DAY)).toBe(given.state)
})

const ClockCase = z.strictObject({
  name: z.string(),
  lastEntry: z.number().nullable(),
  ahead: z.array(z.number()),
  doubt: z.string().nullable(),
  blocks: z.array(z.string()),
})
test.each(read('clock', ClockCase))('clock: $name', ({ lastEntry, ahead, doubt, blocks }) => {
  const found = findClockDoubt({
    now: NOW,
    lastEntry: lastEntry === null ? null : NOW + lastEntry * 1000,
    devicesAhead: ahead.map((seconds) => seconds * 1000),
  })
  expect(found).toBe(doubt)
  const everything = [...CLOCK_BOUND, 'incident.read', 'session.open', 'document.import']
  expect(everything.filter((what) => isBlockedByClock(found, what))).toEqual(blocks)
})

const Blame = z.strictObject({ name: z.string(), clocks: z.array(z.string()), wrong: z.string() })
test.each(read('blame', Blame))('whose clock: $name', ({ clocks, wrong }) => {
  const given = clocks.map((one) => {
    const [person = '', seconds] = one.split(' ')
    return { person, ahead: Number(seconds) * 1000 }
  })
  expect(blameForDifference(given)).toBe(wrong)
})

const Throttle = z.strictObject({
  name: z.string(),
  opened: z.array(z.tuple([z.int(), z.number()])),
  wait: z.number(),
})
test.each(read('throttle', Throttle))('throttle: $name', ({ opened, wait }) => {
  const earlier = opened.flatMap(([times, ago]) =>
    Array.from({ length: times }, () => NOW - ago * 1000),
  )
  const verdict = judgeUnwrap(earlier, NOW)
  expect(verdict.allow ? 0 : verdict.retryMs / 1000).toBe(wait)
})
