import { describe, expect, test } from 'vitest'
import { hashPassphrase, isOutdated, verifyPassphrase } from '../../src/accounts/passphrase.ts'

const PASSPHRASE = 'a lighthouse keeps its own counsel'

describe('a hash', () => {
  test('is a PHC string with 64 MiB, three passes and a salt of its own', async () => {
    const one = await hashPassphrase(PASSPHRASE)
    const other = await hashPassphrase(PASSPHRASE)
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(other).not.toBe(one)
    expect(isOutdated(one)).toBe(false)
    expect(await verifyPassphrase(PASSPHRASE, one)).toBe(true)
    expect(await verifyPassphrase(`${PASSPHRASE} `, one)).toBe(false)
  })

  test('made by another implementation is understood', async () => {
    // phc-winner-argon2, test vectors of the reference implementation: password "password", salt "somesalt".
    const hash =
      '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
    expect(await verifyPassphrase('password', hash)).toBe(true)
    expect(await verifyPassphrase('differentpassword', hash)).toBe(false)
    expect(isOutdated(hash)).toBe(true)
  })

  test('that is none is a fault, never a way in', async () => {
    for (const hash of [
      '',
      'x',
      '$argon2i$v=19$m=8,t=1,p=1$c2FsdA$c2FsdA',
      '$argon2id$v=19$m=,t=1,p=1$a$b',
    ]) {
      await expect(verifyPassphrase(PASSPHRASE, hash)).rejects.toThrow('not an Argon2id PHC string')
    }
  })
})

test('a name that nobody has costs as much work as one that somebody has', async () => {
  const cost = { memory: 16 * 1024, passes: 1, parallelism: 1 }
  const hash = await hashPassphrase(PASSPHRASE, cost)
  const known: number[] = []
  const unknown: number[] = []
  for (let round = 0; round < 9; round += 1) {
    for (const [costs, given] of [
      [known, hash],
      [unknown, undefined],
    ] as const) {
      const before = process.cpuUsage()
      expect(await verifyPassphrase('not this one at all', given, cost)).toBe(false)
      const { user, system } = process.cpuUsage(before)
      costs.push(user + system)
    }
  }
  const ratio = median(unknown) / median(known)
  expect(ratio).toBeGreaterThan(0.6)
  expect(ratio).toBeLessThan(1.7)
})

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
