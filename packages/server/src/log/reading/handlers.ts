import type { LogFilter } from '@vigil/contract/schemas'
import { LOG_CLASS } from '@vigil/core/policy'
import type { Sight } from '../../audit/record.ts'
import type { Db } from '../../db/transaction.ts'
import type { Handlers } from '../../http/handler.ts'
import { checkProof } from '../../policy/obligations.ts'
import { listCheckpoints } from './checkpoints.ts'
import { listDisclosures } from './disclosures.ts'
import { findEntries, findObjectType } from './entries.ts'
import { exportLog } from './export.ts'
import { receiptOf } from './receipt.ts'

type LogEndpoint =
  | 'listLog'
  | 'listLogPeople'
  | 'exportLog'
  | 'listDisclosures'
  | 'listCheckpoints'
  | 'readReceipt'

/** What the server does for those who read the log. Whoever reads it is in it. */
export const logHandlers: Pick<Handlers, LogEndpoint> = {
  listLog({ query, read }) {
    return read(undefined, async (tx) => {
      const answer = await findEntries(tx, query)
      return { answer, sight: await sightOf(tx, query) }
    })
  },

  async listLogPeople({ db }) {
    const people = await db
      .selectFrom('account')
      .select(['id', 'name'])
      .orderBy('name')
      .orderBy('id')
      .execute()
    return { people }
  },

  exportLog({ actor, params, query, now, read }) {
    checkProof('log.export', { actor, now })
    return read(undefined, (tx) => exportLog(tx, query, { actor, now, format: params.format }))
  },

  listDisclosures({ query, read }) {
    return read(undefined, async (tx) => {
      const answer = await listDisclosures(tx, query)
      return { answer, sight: await sightOf(tx, query) }
    })
  },

  listCheckpoints({ query, read }) {
    return read(undefined, async (tx) => {
      const answer = await listCheckpoints(tx, query)
      return { answer, sight: { object: null, class: 'S4', purpose: null } }
    })
  },

  readReceipt: ({ db, actor, params }) =>
    receiptOf(db, { requestId: params.requestId, accountId: actor.id }),
}

/** Looking at what was done with one record, or by one person, is an entry about them. */
async function sightOf(
  tx: Db,
  { record, person }: Pick<LogFilter, 'record' | 'person'>,
): Promise<Sight> {
  const type = record === undefined ? 'account' : await findObjectType(tx, record)
  const id = record ?? person
  const object = type === undefined || id === undefined ? null : { type, id }
  return { object, class: LOG_CLASS, purpose: null }
}
