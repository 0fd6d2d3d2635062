import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Db } from '../db/transaction.ts'
import { eraseDue, type Erasing } from './erase-due.ts'
import { reencryptDue } from './reencrypt.ts'

const EVERY_MS = 60_000

/**
 * Every minute erases what is due, and encrypts anew what has another class now. A fault ends nothing:
 * the next turn tries again.
 */
export function startIdentityTurns(
  db: Db,
  { logger, ...around }: Erasing & { readonly logger: Pick<Logger, 'error'> },
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const attempt = async (turn: () => Promise<number>, failed: string) => {
    try {
      await turn()
    } catch (error) {
      logger.error({ err: error }, failed)
    }
  }
  const keepOn = async () => {
    while (!signal.aborted) {
      await attempt(() => eraseDue(db, around), 'an erasure that is due was not done')
      await attempt(() => reencryptDue(db, around), 'what has another class was not encrypted anew')
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }
  const running = keepOn()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
