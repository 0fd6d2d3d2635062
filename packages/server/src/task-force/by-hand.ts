import { policiesOf, type Policies } from '@vigil/core/policy'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { type CoChairsToEnter, enterCoChairs, readCoChairs } from './co-chairs.ts'
import { profileOf } from './profile.ts'

/** Enters co-chairs from the command line; the entry in the log names no account. */
export async function enterCoChairsByHand(db: Db, entered: CoChairsToEnter): Promise<void> {
  await inTransaction(db, async (tx) => {
    const outcome = await enterCoChairs(tx, entered)
    if ('fault' in outcome) throw new Refusal(`refusal.coChairs.${outcome.fault}`)
    const { operation, entities, from, until, now: at } = entered
    await record(tx, {
      at,
      actor: null,
      requestId: null,
      action: 'taskforce.seat',
      object: { type: 'taskforce', id: outcome.id },
      change: { operation, entities: [...entities], from, until },
    })
  })
}

/** The policies of every task force, as its reports print them. */
export async function listPolicies(
  db: Db,
  now: Date,
): Promise<readonly (Policies & { readonly operation: string })[]> {
  const operations = new Set((await readCoChairs(db)).map(({ operation }) => operation))
  const policies = []
  for (const operation of operations) {
    policies.push({ operation, ...policiesOf(await profileOf(db, operation, now)) })
  }
  return policies
}
