import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CODE_DIGITS, formatCode, invitationState, readCode } from '../../src/enrolment/index.ts'

const VECTORS = join(import.meta.dirname, '../../vectors/enrolment')
const Moment = z.iso.datetime()
const Code = z.strictObject({ name: z.string(), typed: z.string(), read: z.string().nullable() })
const Invitation = z.strictObject({
  name: z.string(),
  expiresAt: Moment,
  revokedAt: Moment.nullable(),
  acceptedAt: Moment.nullable(),
  now: Moment,
  state: z.string(),
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8'))
}

const bytes = fc.uint8Array({ minLength: CODE_DIGITS, maxLength: CODE_DIGITS })

describe('a code', () => {
  test.each(z.array(Code).parse(read('codes')))('$name', ({ typed, read: expected }) => {
    expect(readCode(typed)).toBe(expected)
  })

  test('is read as it was written, however it is typed', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const code = formatCode(some)
        expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(readCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code.replaceAll('-', ''))
      }),
    )
  })

  test('tells two sets of random bits apart', () => {
    fc.assert(
      fc.property(bytes, fc.nat(CODE_DIGITS - 1), fc.integer({ min: 1, max: 31 }), (...given) => {
        const [some, at, by] = given
        const other = some.map((byte, index) => (index === at ? byte ^ by : byte))
        expect(formatCode(other)).not.toBe(formatCode(some))
      }),
    )
  })

  test('is found in nothing else that people type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        expect(readCode(typed) ?? '0'.repeat(CODE_DIGITS)).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
      }),
    )
  })
})

test.each(z.array(Invitation).parse(read('invitations')))('$name', ({ now, state, ...facts }) => {
  expect(invitationState(facts, now)).toBe(state)
})
