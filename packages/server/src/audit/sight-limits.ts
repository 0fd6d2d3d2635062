import { maySeeOneMore, SIGHT_LIMITS } from '@vigil/core/policy'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { refuse } from '../http/refuse.ts'
import type { AuditActor, Sight } from './record.ts'

const MINUTE = 60_000
const LONGEST = Math.max(...SIGHT_LIMITS.map(({ minutes }) => minutes))

/**
 * Refuses the sight of one more record, where the account has opened too many of its class: counted in
 * the log itself, one request after the other, so that asking for many at once gets nobody further.
 */
export async function checkSights(
  tx: Db,
  { object, class: sensitivity }: Sight,
  { actor, at }: { readonly actor: AuditActor; readonly at: Date },
): Promise<void> {
  if (object?.type !== 'incident') return
  if (!SIGHT_LIMITS.some((limit) => limit.class === sensitivity)) return
  await sql`select pg_advisory_xact_lock(hashtextextended(${actor.id}, 0))`.execute(tx)
  const seen = await tx
    .selectFrom('audit_entry')
    .select('at')
    .where('actor', '=', actor.id)
    .where('object_type', '=', object.type)
    .where('class', '=', sensitivity)
    .where('decision', '=', 'allowed')
    .where('at', '>', new Date(at.getTime() - LONGEST * MINUTE))
    .execute()
  const seenWithin = (minutes: number) =>
    seen.filter((one) => one.at.getTime() > at.getTime() - minutes * MINUTE).length
  if (!maySeeOneMore(sensitivity, seenWithin)) refuse('access.tooMany', { object })
}
