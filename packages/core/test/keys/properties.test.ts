import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  absenceProof,
  associatedData,
  erasureState,
  ERASURE_RULES,
  isEncrypted,
  judgeUnwrap,
  keyRoot,
  LONGEST_LIMIT_MS,
  MOST_SEALED_BYTES,
  readSealed,
  refuseApproval,
  type SealedPlace,
  UNWRAP_LIMITS,
  verifyAbsence,
  writeSealed,
} from '../../src/keys/index.ts'
import { SensitivityClass } from '../../src/policy/index.ts'

const FULL = process.env['VIGIL_TORTURE'] === '1'
const runs = (few: number, many: number) => ({ numRuns: FULL ? many : few })

const uuid = fc.uuid().map((one) => one.toLowerCase())
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const word = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('a', '","', '\\', 'é'))
const place: fc.Arbitrary<SealedPlace> = fc.record({
  table: word,
  record: word,
  field: word,
  version: fc.nat(3),
  class: fc.constantFrom(...SensitivityClass.options),
  keyId: word,
})

test('S0 alone is encrypted', () => {
  expect(SensitivityClass.options.filter(isEncrypted)).toEqual(['S0'])
})

test('two places have the same associated data only where they are the same', () => {
  const text = (one: SealedPlace) => new TextDecoder().decode(associatedData(one))
  const parts = ({ table, record, field, version, keyId, ...rest }: SealedPlace) =>
    JSON.stringify([table, record, field, version, rest.class, keyId])
  fc.assert(
    fc.property(place, place, (one, other) => {
      expect(text(one) === text(other)).toBe(parts(one) === parts(other))
    }),
    runs(500, 50_000),
  )
})

describe('a sealed value', () => {
  test('is read as it was written', () => {
    const value = fc.record({
      keyId: uuid,
      nonce: bytes(12),
      ciphertext: fc.uint8Array({ maxLength: 64 }),
      tag: bytes(16),
    })
    fc.assert(
      fc.property(value, (given) => {
        expect(readSealed(writeSealed(given))).toEqual({ ok: true, value: given })
      }),
      runs(300, 50_000),
    )
  })

  test('is refused, never misread, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (given) => {
        const reading = readSealed(given)
        if (reading.ok) expect(writeSealed(reading.value)).toEqual(given)
        else expect(['tooShort', 'unknownFormat']).toContain(reading.problem)
      }),
      runs(1_000, 1_000_000),
    )
  })

  test('has a largest size', () => {
    const large = new Uint8Array(MOST_SEALED_BYTES + 1).fill(1)
    expect(readSealed(large)).toEqual({ ok: false, problem: 'tooLong' })
    const ciphertext = new Uint8Array(MOST_SEALED_BYTES)
    const parts = { nonce: new Uint8Array(12), tag: new Uint8Array(16), ciphertext }
    expect(() => writeSealed({ keyId: crypto.randomUUID(), ...parts })).toThrow(RangeError)
  })
})

describe('the proof that a key is absent', () => {
  const store = fc.uniqueArray(uuid, { maxLength: 40 })

  test('holds for every key that does not live, and none can be made for one that does', () => {
    fc.assert(
      fc.property(store, uuid, (living, other) => {
        const head = keyRoot(living)
        for (const keyId of living) expect(absenceProof(living, keyId)).toBeNull()
        const proof = absenceProof(living, other)
        expect(proof !== null && verifyAbsence(head, other, proof)).toBe(!living.includes(other))
      }),
      runs(60, 5_000),
    )
  })

  test('made before a key lived, or for another store, does not hold for the one it lives in', () => {
    fc.assert(
      fc.property(store, uuid, (living, keyId) => {
        fc.pre(!living.includes(keyId))
        const proof = absenceProof(living, keyId)
        const head = keyRoot([...living, keyId])
        expect(proof !== null && verifyAbsence(head, keyId, proof)).toBe(false)
      }),
      runs(60, 5_000),
    )
  })

  test('does not hold with neighbours that are not next to each other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(uuid, { minLength: 3, maxLength: 30 }), fc.nat(), (living, at) => {
        const sorted = living.toSorted()
        const keyId = sorted[1 + (at % (sorted.length - 2))] ?? ''
        const head = keyRoot(sorted)
        const without = absenceProof(
          sorted,
          keyId.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        )
        if (without === null) return
        expect(verifyAbsence(head, keyId, without)).toBe(false)
        const skipping = { below: null, above: without.above }
        expect(verifyAbsence(head, keyId, skipping)).toBe(false)
      }),
      runs(60, 5_000),
    )
  })

  test('the root does not depend on the order in which keys came', () => {
    fc.assert(
      fc.property(store, (living) => {
        expect(keyRoot(living.toReversed())).toEqual(keyRoot(living))
      }),
      runs(30, 1_000),
    )
  })
})

describe('an erasure', () => {
  const person = fc.constantFrom('amina', 'bakary', 'chantal', 'dina')
  const facts = fc.record({
    requestedBy: person,
    approvals: fc.array(fc.record({ by: person, at: fc.nat(20) }), { maxLength: 5 }),
    isRevoked: fc.boolean(),
    isHeld: fc.boolean(),
    isDestroyed: fc.constant(false),
  })

  test('is never due without two others, the waiting time, and while held or revoked', () => {
    fc.assert(
      fc.property(facts, fc.nat(2 * ERASURE_RULES.waitingMs), (given, now) => {
        if (erasureState(given, now) !== 'due') return
        const others = given.approvals.filter(({ by }) => by !== given.requestedBy)
        const inTime = others.filter(({ at }) => at + ERASURE_RULES.waitingMs <= now)
        expect(new Set(inTime.map(({ by }) => by)).size).toBeGreaterThanOrEqual(2)
        expect([given.isHeld, given.isRevoked]).toEqual([false, false])
      }),
      runs(500, 50_000),
    )
  })

  test('built from approvals that were not refused has as many people as approvals', () => {
    fc.assert(
      fc.property(facts, person, (given, by) => {
        const refusal = refuseApproval(given, by)
        if (given.isRevoked) expect(refusal).toBe('over')
        if (refusal !== null) return
        expect(by).not.toBe(given.requestedBy)
        expect(given.approvals.map((approval) => approval.by)).not.toContain(by)
      }),
      runs(300, 10_000),
    )
  })
})

test('whoever waits as long as told opens no more than the limits within any time', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4_000), { maxLength: 400 }), (pauses) => {
      const opened: number[] = []
      let now = 0
      for (const pause of pauses) {
        now += pause
        if (judgeUnwrap(opened, now).allow) opened.push(now)
      }
      for (const { withinMs, most } of UNWRAP_LIMITS) {
        for (const at of opened) {
          const within = opened.filter((one) => one > at - withinMs && one <= at)
          expect(within.length).toBeLessThanOrEqual(most)
        }
      }
      expect(judgeUnwrap(opened, now + LONGEST_LIMIT_MS).allow).toBe(true)
    }),
    runs(20, 500),
  )
})
