import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Db } from '../db/transaction.ts'
import type { Clock } from '../ports.ts'
import { ensureLogKey } from './key.ts'
import { isWaiting, MOST_AT_ONCE, sequence } from './sequence.ts'

/** Numbering that goes on in the background. */
export interface Sequencer {
  /** Numbers what still waits, and ends. */
  stop(): Promise<void>
}

interface Surroundings {
  /** The data directory, where the key lies. */
  readonly data: string
  readonly clock: Clock
  readonly logger: Pick<Logger, 'error'>
}

const EVERY_MS = 1_000

/**
 * Numbers new entries every second, all that there are. A fault ends nothing: entries wait in the
 * database, and the next turn tries again; it is said once, until a turn succeeds.
 */
export function startSequencer(db: Db, around: Surroundings): Sequencer {
  const stopping = new AbortController()
  const running = keepSequencing(db, { ...around, stopping: stopping.signal })
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function keepSequencing(
  db: Db,
  { stopping, logger, ...around }: Surroundings & { readonly stopping: AbortSignal },
): Promise<void> {
  let isFailing = false
  for (let isLast = false; !isLast;) {
    // Asked before the turn: the last one sees all that was written until the end was asked for.
    isLast = stopping.aborted
    try {
      await sequenceAll(db, around)
      isFailing = false
    } catch (error) {
      if (!isFailing) logger.error({ err: error }, 'entries of the log not numbered')
      isFailing = true
    }
    if (!isLast) await pause(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined)
  }
}

async function sequenceAll(
  db: Db,
  { data, clock }: Pick<Surroundings, 'data' | 'clock'>,
): Promise<void> {
  if (!(await isWaiting(db))) return
  const key = await ensureLogKey(db, data)
  while ((await sequence(db, { key, at: clock.now() })) === MOST_AT_ONCE);
}
