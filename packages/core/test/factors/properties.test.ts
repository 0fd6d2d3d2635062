import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canRemove,
  describeDevice,
  type Enrolled,
  Factor,
  formatSheetCode,
  mayFollow,
  readSheetCode,
  SHEET,
  stepAt,
  stepsInForce,
  suffices,
} from '../../src/factors/index.ts'

const someEnrolled: fc.Arbitrary<Enrolled> = fc.record({
  passkeys: fc.nat(3),
  suspects: fc.nat(2),
  hasTotp: fc.boolean(),
  sheetCodes: fc.nat(8),
})
const someShown = fc.subarray([...Factor.options])
const somePurpose = fc.constantFrom('sign_in', 'step_up')

describe('what suffices', () => {
  test('is never lost by showing more', () => {
    fc.assert(
      fc.property(somePurpose, someEnrolled, someShown, someShown, (...tuple) => {
        const [purpose, enrolled, shown, more] = tuple
        const both = [...shown, ...more]
        expect(
          suffices(purpose, { shown, enrolled }) && !suffices(purpose, { shown: both, enrolled }),
        ).toBe(false)
      }),
    )
  })

  test('is never gained by enrolling more', () => {
    fc.assert(
      fc.property(somePurpose, someEnrolled, someEnrolled, someShown, (...tuple) => {
        const [purpose, enrolled, more, shown] = tuple
        const both = {
          passkeys: enrolled.passkeys + more.passkeys,
          suspects: enrolled.suspects + more.suspects,
          hasTotp: enrolled.hasTotp || more.hasTotp,
          sheetCodes: enrolled.sheetCodes + more.sheetCodes,
        }
        expect(
          suffices(purpose, { shown, enrolled: both }) && !suffices(purpose, { shown, enrolled }),
        ).toBe(false)
      }),
    )
  })

  test('to prove oneself also suffices to come in', () => {
    fc.assert(
      fc.property(someEnrolled, someShown, (enrolled, shown) => {
        expect(
          suffices('step_up', { shown, enrolled }) && !suffices('sign_in', { shown, enrolled }),
        ).toBe(false)
      }),
    )
  })
})

test('whatever is taken away where it may, something strong is left', () => {
  fc.assert(
    fc.property(someEnrolled, (enrolled) => {
      const left = { ...enrolled, passkeys: enrolled.passkeys - 1 }
      const mayGo = enrolled.passkeys > 0 && canRemove('passkey', enrolled)
      if (mayGo) expect(left.passkeys > 0 || left.hasTotp).toBe(true)
      if (enrolled.hasTotp && canRemove('totp', enrolled)) expect(enrolled.passkeys).not.toBe(0)
    }),
  )
})

test('a counter that never repeats is followed to the end; any that repeats is not', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (kept, shown) => {
      expect(mayFollow(kept, shown)).toBe(shown > kept || (kept === 0 && shown === 0))
    }),
  )
})

test('of a sequence of codes each time step is taken once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(600), { maxLength: 20 }), (pauses) => {
      let seconds = 1_700_000_000
      let last: number | null = null
      for (const pause of pauses) {
        seconds += pause
        const steps = stepsInForce(stepAt(seconds), last)
        expect(steps.every((step) => Math.abs(step - stepAt(seconds)) <= 1)).toBe(true)
        if (last !== null) for (const step of steps) expect(step).toBeGreaterThan(last)
        last = steps.at(-1) ?? last
      }
    }),
  )
})

describe('a code of the sheet', () => {
  const someBytes = fc.uint8Array({ minLength: SHEET.bits / 8, maxLength: SHEET.bits / 8 })

  test('is read as it was printed, however it is typed', () => {
    const someTyping = fc.constantFrom(
      (code: string) => code,
      (code: string) => code.toLowerCase(),
      (code: string) => ` ${code.replaceAll('-', ' – ')} `,
      (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
      (code: string) => code.replaceAll('-', ''),
    )
    fc.assert(
      fc.property(someBytes, someTyping, (bytes, type) => {
        const code = formatSheetCode(bytes)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(readSheetCode(type(code))).toBe(code.replaceAll('-', ''))
      }),
    )
  })

  test('is another for other bytes, and nothing else is one', () => {
    expect(formatSheetCode(new Uint8Array(10))).toBe('0000-0000-0000-0000')
    expect(formatSheetCode(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ')
    fc.assert(
      fc.property(someBytes, someBytes, (one, other) => {
        const isSame = Buffer.from(one).equals(Buffer.from(other))
        expect(formatSheetCode(one) === formatSheetCode(other)).toBe(isSame)
      }),
    )
    for (const typed of ['', '123456', '0000-0000-0000-000', '0000-0000-0000-000U']) {
      expect(readSheetCode(typed)).toBeNull()
    }
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(readSheetCode(typed) ?? '0'.repeat(16)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
      }),
    )
  })
})

test('whatever a browser says of itself, it is called by a known name or none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (said) => {
      const { browser, platform } = describeDevice(said)
      for (const word of [browser, platform]) expect(word ?? 'none').toMatch(/^[A-Za-z ]{3,16}$/)
    }),
  )
})
