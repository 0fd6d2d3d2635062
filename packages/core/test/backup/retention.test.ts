import { expiredBackups, type KeptBackup } from '@vigil/core/backup'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vectors from '../../vectors/backup/retention.json' with { type: 'json' }

function read(name: string): KeptBackup {
  const [store, day] = name.split(' ')
  return { name, store: store === 'key' ? 'key' : 'record', at: `${day}T00:00:00Z` }
}

describe('backups that are to go', () => {
  for (const { name, have, now, days, goes } of vectors) {
    test(name, () => {
      const asked = { now: `${now}T00:00:00Z`, ...(days !== undefined && { days }) }
      expect(expiredBackups(have.map(read), asked).map((one) => one.name)).toEqual(goes)
    })
  }
})

const moment = fc.date({
  min: new Date('1999-01-01'),
  max: new Date('2101-01-01'),
  noInvalidDate: true,
})
const written = moment.map((at) => at.toISOString().replace(/\.\d+/, ''))
const backups = fc.array(
  fc.record({ name: fc.uuid(), store: fc.constantFrom('record', 'key'), at: written }),
)

describe('whatever there is', () => {
  test('one of each store stays, and no copy of keys that is older than 30 days beside a newer one', () => {
    fc.assert(
      fc.property(backups, written, fc.nat(400), (have, now, days) => {
        const gone = new Set(expiredBackups(have, { now, days }))
        const stays = have.filter((one) => !gone.has(one))
        for (const store of ['record', 'key'] as const) {
          const of = stays.filter((one) => one.store === store)
          expect(of.length > 0).toBe(have.some((one) => one.store === store))
          const newest = of
            .map(({ at }) => at)
            .toSorted()
            .at(-1)
          const limit = store === 'key' ? Math.min(days, 30) : days
          const old = of.filter(({ at }) => at !== newest && age(at, now) > limit)
          expect(old).toEqual([])
        }
        for (const { store, at } of gone) {
          expect(age(at, now)).toBeGreaterThan(store === 'key' ? Math.min(days, 30) : days)
        }
      }),
    )
  })
})

/** In days, by the clock of the test. */
function age(at: string, now: string): number {
  return (Date.parse(now) - Date.parse(at)) / 86_400_000
}
