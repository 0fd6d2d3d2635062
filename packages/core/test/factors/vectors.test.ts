import { describe, expect, test } from 'vitest'
import {
  canRemove,
  describeDevice,
  type Enrolled,
  Factor,
  nextToEnrol,
  provesAfresh,
  shownByProvider,
  suffices,
} from '../../src/factors/index.ts'
import devices from '../../vectors/factors/devices.json' with { type: 'json' }
import enrolment from '../../vectors/factors/enrolment.json' with { type: 'json' }
import provider from '../../vectors/factors/provider.json' with { type: 'json' }
import ways from '../../vectors/factors/ways.json' with { type: 'json' }

interface Has {
  readonly passkeys?: number
  readonly suspects?: number
  readonly totp?: boolean
  readonly codes?: number
}

function enrolledOf({ passkeys = 0, suspects = 0, totp = false, codes = 0 }: Has): Enrolled {
  return { passkeys, suspects, hasTotp: totp, sheetCodes: codes }
}

describe('what suffices', () => {
  test.each(ways)('$name', ({ has, shows, signIn, stepUp }) => {
    const shown = { shown: shows.map((one) => Factor.parse(one)), enrolled: enrolledOf(has) }
    expect([suffices('sign_in', shown), suffices('step_up', shown)]).toEqual([signIn, stepUp])
  })
})

describe('what the identity provider of an organisation shows', () => {
  test.each(provider)('$name', ({ has, amr, acr, counts, signIn }) => {
    const shown = shownByProvider({ amr, acr }, counts)
    const enrolled = enrolledOf(has)
    expect(suffices('sign_in', { shown, enrolled })).toBe(signIn)
    expect(suffices('step_up', { shown, enrolled })).toBe(false)
    expect(shown.some(provesAfresh)).toBe(false)
  })
})

describe('what is to be enrolled next, and what stays', () => {
  test.each(enrolment)('$name', ({ has, next, keeps }) => {
    const enrolled = enrolledOf(has)
    expect(nextToEnrol(enrolled)).toBe(next)
    const held = [
      ...(enrolled.passkeys > 0 ? (['passkey'] as const) : []),
      ...(enrolled.suspects > 0 ? (['suspect'] as const) : []),
      ...(enrolled.hasTotp ? (['totp'] as const) : []),
    ]
    expect(held.filter((factor) => !canRemove(factor, enrolled))).toEqual(keeps)
  })
})

test.each(devices)('$browser on $platform is told from $says', ({ says, browser, platform }) => {
  expect(describeDevice(says)).toEqual({ browser, platform })
})
