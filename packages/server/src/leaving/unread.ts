import type { Party } from '@vigil/core/leaving'
import { conditionOf, type Wish } from '@vigil/core/policy'
import type { Db } from '../db/transaction.ts'
import { actFor } from '../policy/as-actor.ts'
import { isAsSaid } from '../policy/where.ts'

/**
 * How many incidents the leaver reads without having them, and nobody else. Whoever reads for reports
 * alone counts as a reader: they can say that it is what they read for.
 */
export async function countUnread(
  tx: Db,
  { leaver, others }: { readonly leaver: Party; readonly others: readonly Party[] },
): Promise<number> {
  const readingOf = (actor: Party): Wish => ({
    actor: { id: actor.id, grants: actor.grants },
    action: 'incident.read',
    purpose: 'reporting',
  })
  const own = readingOf(leaver)
  await actFor(tx, own)
  const another = isAsSaid({
    kind: 'any',
    of: others
      .filter(({ person }) => person !== leaver.person)
      .map((other) => conditionOf(readingOf(other))),
  })
  const { count } = await tx
    .selectFrom('incident')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(isAsSaid(conditionOf(own)))
    .where((row) => row.not(another))
    .where('owner', '!=', leaver.id)
    .where((row) => row.or([row('assignee', 'is', null), row('assignee', '!=', leaver.id)]))
    .executeTakeFirstOrThrow()
  return count
}
