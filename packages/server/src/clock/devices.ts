/** How far the clock of a device is ahead of ours, and whose session it is in. */
export interface DeviceClock {
  readonly accountId: string
  /** In milliseconds; below zero where it is behind. */
  readonly aheadMs: number
}

/** What a device said of its clock, and when we heard it. */
interface Word {
  readonly deviceMs: number
  readonly at: Date
}

interface Heard {
  readonly accountId: string
  readonly heardAt: number
  /** What was said last, and before. */
  readonly aheads: readonly number[]
}

/** A device counts until it was silent for so long, in milliseconds. */
const COUNTS_FOR = 600_000

/**
 * The clocks of the devices that are signed in, as they tell them with each request: kept in memory, and
 * used for nothing but to judge our own.
 */
export interface DeviceClocks {
  hear(session: { readonly sessionId: string; readonly id: string }, word: Word): void
  /** One that signed out. */
  forget(sessionId: string): void
  /** What is to be believed now, a line for each session. */
  read(now: Date): readonly DeviceClock[]
}

/**
 * Nothing heard yet. A device is believed once it said it twice, and by the smaller of both differences:
 * a request that lay in a sleeping computer tells an old time.
 */
export function createDeviceClocks(): DeviceClocks {
  const heard = new Map<string, Heard>()
  const dropSilent = (now: number) => {
    for (const [sessionId, { heardAt }] of heard) {
      if (Math.abs(now - heardAt) > COUNTS_FOR) heard.delete(sessionId)
    }
  }
  return {
    hear({ sessionId, id: accountId }, { deviceMs, at }) {
      const heardAt = at.getTime()
      dropSilent(heardAt)
      const before = heard.get(sessionId)?.aheads ?? []
      const aheads = [deviceMs - heardAt, ...before].slice(0, 2)
      heard.set(sessionId, { accountId, heardAt, aheads })
    },
    forget: (sessionId) => void heard.delete(sessionId),
    read(now) {
      dropSilent(now.getTime())
      return [...heard.values()].flatMap(({ accountId, aheads: [last, earlier] }) => {
        if (last === undefined || earlier === undefined) return []
        return [{ accountId, aheadMs: Math.abs(last) < Math.abs(earlier) ? last : earlier }]
      })
    },
  }
}

/** The time that a device tells with a request, in milliseconds of Unix time; undefined where it tells none. */
export function readDeviceTime(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : undefined
}
