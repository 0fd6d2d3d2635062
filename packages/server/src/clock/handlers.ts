import type { ClockState } from '@vigil/contract/schemas'
import { blameForDifference, isOffDevice } from '@vigil/core/keys'
import type { Db } from '../db/transaction.ts'
import type { Handlers } from '../http/handler.ts'
import type { Services } from '../http/services.ts'
import type { DeviceClock } from './devices.ts'
import { findDoubt } from './doubt.ts'

/** What administrators see of the clock. */
export function clockHandlers(services: Services): Pick<Handlers, 'readClock'> {
  return {
    async readClock({ db, now }): Promise<ClockState> {
      const clocks = services.devices.read(now)
      const off = clocks.filter(({ aheadMs }) => isOffDevice(aheadMs))
      const doubt = await findDoubt(services)
      return {
        doubt,
        suspect: doubt === null ? null : suspectOf(doubt, clocks),
        devices: await nameDevices(db, off),
      }
    },
  }
}

function suspectOf(
  doubt: NonNullable<ClockState['doubt']>,
  clocks: readonly DeviceClock[],
): ClockState['suspect'] {
  return doubt === 'before_log' ? 'server' : blameForDifference(clocks.map(toPerson))
}

function toPerson({ accountId: person, aheadMs: ahead }: DeviceClock) {
  return { person, ahead }
}

async function nameDevices(db: Db, off: readonly DeviceClock[]): Promise<ClockState['devices']> {
  if (off.length === 0) return []
  const ids = [...new Set(off.map(({ accountId }) => accountId))]
  const names = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return off.map(({ accountId, aheadMs }) => {
    const name = names.find(({ id }) => id === accountId)?.name ?? ''
    return { name, aheadSeconds: Math.round(aheadMs / 1000) }
  })
}
