import type { GlassList, ShownGlass } from '@vigil/contract/schemas'
import {
  type ActingGrant,
  BREAK_GLASS,
  glassState,
  type HourWitness,
  isSecondPerson,
} from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'

const MINUTE = 60_000

/** When it is, and what the hour of each request is held against besides. */
export interface GlassMoment {
  readonly now: Date
  readonly witnessOf: (request: string) => HourWitness
}

/** Who asks for what, and why. */
export interface GlassToAsk {
  readonly incidentId: string
  readonly operation: string
  readonly owner: string
  readonly by: string
  /** For whom, where they act as officer in charge. */
  readonly for: string | null
  readonly reason: string
  readonly at: GlassMoment
}

/** A request as it is held, with the names of the people. */
export type StoredGlass = Awaited<ReturnType<typeof readAll>>[number]

/** Notes a request; false where the same person waits for the same record, or has it open. */
export async function ask(tx: Db, wanted: GlassToAsk): Promise<boolean> {
  const { incidentId: incident_id, operation, owner, by, reason, at } = wanted
  const { now } = at
  const running = (await readAll(tx)).filter(
    (one) => one.asked_by === by && one.incident_id === incident_id,
  )
  if (running.some((one) => stateOf(one, at) !== 'over')) return false
  await tx
    .insertInto('glass_request')
    .values({
      id: uuidV7(now),
      incident_id,
      operation,
      owner,
      asked_by: by,
      asked_for: wanted.for,
      asked_at: now,
      reason,
      waits_until: later(now, BREAK_GLASS.waitMinutes),
    })
    .execute()
  return true
}

/** Opens what was asked for; false where somebody was faster. */
export async function agree(
  tx: Db,
  { id, by, now, ...rest }: { id: string; by: string; for: string | null; now: Date },
): Promise<boolean> {
  const open_until = later(now, BREAK_GLASS.openMinutes)
  const done = await tx
    .updateTable('glass_request')
    .set({ agreed_by: by, agreed_for: rest.for, agreed_at: now, open_until })
    .where('id', '=', id)
    .where('agreed_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Ends a request before its time. */
export async function end(tx: Db, { id, by, now }: { id: string; by: string; now: Date }) {
  await tx
    .updateTable('glass_request')
    .set({ ended_by: by, ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** The newest requests of everybody. */
export function readAll(db: Db) {
  return db
    .selectFrom('glass_request')
    .innerJoin('account as asker', 'asker.id', 'asked_by')
    .leftJoin('account as absent', 'absent.id', 'asked_for')
    .leftJoin('account as second', 'second.id', 'agreed_by')
    .leftJoin('account as absent_second', 'absent_second.id', 'agreed_for')
    .selectAll('glass_request')
    .select(['asker.name as askerName', 'absent.name as absentName'])
    .select(['second.name as secondName', 'absent_second.name as absentSecondName'])
    .orderBy('asked_at', 'desc')
    .orderBy('glass_request.id', 'desc')
    .limit(1000)
    .execute()
}

/** Who looks at requests, with what they hold today. */
interface Reader {
  readonly id: string
  readonly grants: readonly ActingGrant[]
}

/** Where a request stands. */
export function stateOf(held: StoredGlass, { now, witnessOf }: GlassMoment): ShownGlass['state'] {
  const request = {
    waitsUntil: held.waits_until.toISOString(),
    openUntil: held.open_until?.toISOString() ?? null,
    endedAt: held.ended_at?.toISOString() ?? null,
  }
  return glassState(request, now.toISOString(), witnessOf(held.id))
}

/** What the reader is to a request; undefined where it is none of their business. */
export function partOf(held: StoredGlass, reader: Reader): ShownGlass['part'] | undefined {
  if (held.asked_by === reader.id) return 'asker'
  if (held.owner === reader.id) return 'owner'
  return held.agreed_by === reader.id || seconding(held, reader).length > 0 ? 'second' : undefined
}

/** The grants by which the reader may agree to a request, as another person than who asked. */
export function seconding(held: StoredGlass, { id, grants }: Reader): ActingGrant[] {
  const asked = { by: held.asked_by, for: held.asked_for }
  return grants
    .filter(({ role }) => role === 'co_chair' || role === 'data_protection_officer')
    .filter(({ operation }) => operation === null || operation === held.operation)
    .filter((grant) => isSecondPerson(asked, { by: id, for: grant.for ?? null }))
}

/** The requests in which the reader has a part: at most 200. */
export async function showRequests(db: Db, reader: Reader, at: GlassMoment): Promise<GlassList> {
  const requests = (await readAll(db)).flatMap((held) => {
    const part = partOf(held, reader)
    return part ? [show(held, { part, reader, at })] : []
  })
  return { requests: requests.slice(0, 200) }
}

interface Showing {
  readonly part: ShownGlass['part']
  readonly reader: Reader
  readonly at: GlassMoment
}

function show(held: StoredGlass, { part, reader, at }: Showing): ShownGlass {
  const state = stateOf(held, at)
  const until = held.ended_at ?? held.open_until ?? held.waits_until
  const mayAgree = state === 'waiting' && seconding(held, reader).length > 0
  return {
    id: held.id as ShownGlass['id'],
    incidentId: held.incident_id as ShownGlass['incidentId'],
    part,
    state,
    asked: { name: held.askerName, for: held.absentName },
    askedAt: held.asked_at.toISOString(),
    reason: held.reason,
    agreed: held.secondName === null ? null : { name: held.secondName, for: held.absentSecondName },
    until: until.toISOString(),
    mayAgree,
    mayEnd: state !== 'over' && part !== 'owner',
  }
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE)
}
