import type { OwnNotices, ShownGlass } from '@vigil/contract/schemas'
import type { Db } from '../db/transaction.ts'
import type { SignedInActor } from '../http/handler.ts'
import { type GlassMoment, showRequests } from './requests.ts'

/** For so long after the end an owner is told on every page that a record was opened; in milliseconds. */
const TOLD_FOR = 7 * 24 * 3_600_000

/**
 * What is said on every page: to whom a record is open, that it is and until when; to its owner, that
 * it is or was in the last week; to who may agree, that somebody waits.
 */
export async function glassNotices(
  db: Db,
  reader: SignedInActor,
  at: GlassMoment,
): Promise<OwnNotices['glass']> {
  const { requests } = await showRequests(db, reader, at)
  return requests
    .filter((request) => isToBeSaid(request, at.now))
    .map(({ part, state, asked, until }) => ({ part, state, name: asked.name, until }))
}

function isToBeSaid({ part, state, agreed, until, mayAgree }: ShownGlass, now: Date): boolean {
  if (part === 'asker') return state === 'open'
  if (part === 'second') return mayAgree
  return agreed !== null && now.getTime() < new Date(until).getTime() + TOLD_FOR
}
