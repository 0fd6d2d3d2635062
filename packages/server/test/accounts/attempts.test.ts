import { beforeEach, describe, expect, test } from 'vitest'
import { addressGroup } from '../../src/accounts/address-group.ts'
import { beginAttempt, forgiveAttempt } from '../../src/accounts/attempts.ts'
import type { App } from '../../src/http/services.ts'
import { forgetAccounts } from '../support/accounts.ts'
import {
  Browser,
  type HandClock,
  PASSPHRASE,
  problemOf,
  signUp,
  startApp,
} from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db, owner } = await freshDatabase()
const SECOND = 1000
let app: App
let clock: HandClock

beforeEach(async () => {
  await forgetAccounts(owner)
  ;({ app, clock } = startApp(db))
})

/** How many of `attempts` made at the same moment are looked at. */
async function countTried(attempts: { subject: string; address: string }[]): Promise<number> {
  const now = clock.now()
  const waits = await Promise.all(attempts.map((attempt) => beginAttempt(db, { ...attempt, now })))
  return waits.filter((wait) => wait === 0).length
}

describe('attempts', () => {
  test('of a hundred at the same moment on one name, five are tried', async () => {
    const attempt = { subject: 'amina', address: '10.0.0.1' }
    expect(await countTried(Array.from({ length: 100 }, () => attempt))).toBe(5)
  })

  test('of a hundred on one name from as many addresses, fifty are tried', async () => {
    const attempts = Array.from({ length: 100 }, (_, index) => ({
      subject: 'amina',
      address: `10.0.0.${index}`,
    }))
    expect(await countTried(attempts)).toBe(50)
  })

  test('of a hundred at the same moment from one address, twenty are tried', async () => {
    const attempts = Array.from({ length: 100 }, (_, index) => ({
      subject: `name${index}`,
      address: '2001:db8::1',
    }))
    expect(await countTried(attempts)).toBe(20)
  })

  /** Tries on and on, as soon as each wait is over; gives the waits in seconds. */
  async function keepTrying(times: number, addressOf: (time: number) => string): Promise<number[]> {
    const waits: number[] = []
    for (let time = 0; time < times; time += 1) {
      const attempt = { subject: 'amina', address: addressOf(time), now: clock.now() }
      const wait = await beginAttempt(db, attempt)
      if (wait > 0) waits.push(wait)
      clock.advance(wait * SECOND)
    }
    return waits
  }

  test('cost longer and longer waits, up to a quarter of an hour, and never a lock-out', async () => {
    const waits = await keepTrying(40, () => '10.0.1.1')
    expect(waits.slice(0, 12)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  })

  test('from ever new addresses cost up to a minute', async () => {
    const waits = await keepTrying(80, (time) => `10.0.1.${time}`)
    expect(waits.slice(0, 8)).toEqual([2, 4, 8, 16, 32, 60, 60, 60])
  })

  test('of somebody who knows the name do not keep its owner waiting', async () => {
    await keepTrying(60, () => '10.0.1.1')
    const elsewhere = { subject: 'amina', address: '192.0.2.7' }
    expect(await beginAttempt(db, { ...elsewhere, now: clock.now() })).toBe(0)
    await forgiveAttempt(db, { ...elsewhere, now: clock.now() })
    expect(await beginAttempt(db, { ...elsewhere, now: clock.now() })).toBe(0)
  })

  test('of somebody who goes on for a day keep its owner waiting a minute at most', async () => {
    await keepTrying(110, () => '10.0.1.1')
    const guess = { subject: 'amina', address: '10.0.1.1' }
    const elsewhere = { subject: 'amina', address: '192.0.2.7' }
    expect(await beginAttempt(db, { ...guess, now: clock.now() })).toBe(0)
    expect(await beginAttempt(db, { ...elsewhere, now: clock.now() })).toBe(60)
    clock.advance(60 * SECOND)
    expect(await beginAttempt(db, { ...guess, now: clock.now() })).toBe(840)
    expect(await beginAttempt(db, { ...elsewhere, now: clock.now() })).toBe(0)
  })

  test('are forgotten a day after the last failure', async () => {
    const attempt = { subject: 'amina', address: '10.0.0.1' }
    for (let failure = 0; failure < 5; failure += 1) await countTried([attempt])
    clock.advance(24 * 60 * 60 * SECOND + 1)
    expect(await countTried(Array.from({ length: 20 }, () => attempt))).toBe(5)
  })

  test('that succeed clear the name, there and everywhere, and take back one failure of the address', async () => {
    const attempt = { subject: 'amina', address: '10.0.0.1' }
    await countTried([attempt, attempt, attempt])
    await forgiveAttempt(db, { ...attempt, now: clock.now() })
    const rows = await db.selectFrom('sign_in_attempts').select('failures').execute()
    expect(rows).toEqual([{ failures: 2 }])
  })
})

describe('over HTTP', () => {
  test('the right passphrase has to wait as well, and is told how long', async () => {
    await signUp(app)
    const right = { signInName: 'amina', passphrase: PASSPHRASE }
    for (let failure = 0; failure < 5; failure += 1) {
      await new Browser(app).json('POST', '/api/session', { ...right, passphrase: 'wrong' })
    }
    const refused = await new Browser(app).json('POST', '/api/session', right)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(await problemOf(refused)).toMatchObject({
      code: 'session.throttled',
      retryAfter: 2,
      title: expect.stringContaining('2 seconds'),
    })
    clock.advance(2 * SECOND)
    expect((await new Browser(app).json('POST', '/api/session', right)).status).toBe(200)
  })

  test('addresses that a caller makes up change nothing', async () => {
    await signUp(app)
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const answer = await new Browser(app).send('POST', '/api/session', {
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': `192.0.2.${index}`,
            forwarded: `for=192.0.2.${index}`,
          },
          body: JSON.stringify({ signInName: `name${index}`, passphrase: 'wrong' }),
        })
        return answer.status
      }),
    )
    expect(statuses.filter((status) => status === 401)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', ''],
])('the address %s counts as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group)
})
