import type { Recovery } from '@vigil/contract/schemas'
import { recoveryState } from '@vigil/core/enrolment'
import { Role } from '@vigil/core/policy'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'

/** A recovery with what the contract does not show. */
export interface HeldRecovery {
  readonly accountId: string
  readonly shown: Recovery
  readonly approvers: readonly { readonly accountId: string; readonly role: Role }[]
}

/** Recoveries that are neither done nor cancelled, newest first; of one account where it is named. */
export async function listOpen(
  db: Db,
  { accountId, now }: { accountId?: string; now: Date },
): Promise<HeldRecovery[]> {
  const rows = await selectRecoveries(db)
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .$if(accountId !== undefined, (query) =>
      query.where('recovery.account_id', '=', accountId ?? null),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('recovery.id')
    .execute()
  return rows.map((row) => toHeld(row, now))
}

/** Undefined where there is none of this id. */
export async function findRecovery(
  db: Db,
  { id, now }: { id: string; now: Date },
): Promise<HeldRecovery | undefined> {
  const row = await selectRecoveries(db).where('recovery.id', '=', id).executeTakeFirst()
  return row && toHeld(row, now)
}

function selectRecoveries(db: Db) {
  return db
    .selectFrom('recovery')
    .innerJoin('account', 'account.id', 'recovery.account_id')
    .select(['recovery.id', 'recovery.account_id', 'account.name', 'reason', 'asked_at'])
    .select(['waits_until', 'code_expires_at', 'cancelled_at', 'done_at'])
    .select((row) =>
      jsonArrayFrom(
        row
          .selectFrom('recovery_approval')
          .innerJoin('account as approver', 'approver.id', 'recovery_approval.account_id')
          .select(['approver.id', 'approver.name', 'role', momentOfApproval.as('at')])
          .whereRef('recovery_id', '=', 'recovery.id')
          .orderBy('recovery_approval.at'),
      ).as('approvals'),
    )
}

const momentOfApproval = sql<string>`
  to_char(recovery_approval.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
`

type RecoveryRow = Awaited<ReturnType<ReturnType<typeof selectRecoveries>['execute']>>[number]

function toHeld(row: RecoveryRow, now: Date): HeldRecovery {
  const facts = {
    waitsUntil: row.waits_until?.toISOString() ?? null,
    codeExpiresAt: row.code_expires_at?.toISOString() ?? null,
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
    doneAt: row.done_at?.toISOString() ?? null,
  }
  const approvals = row.approvals.map((one) => ({ ...one, role: Role.parse(one.role) }))
  return {
    accountId: row.account_id,
    approvers: approvals.map(({ id, role }) => ({ accountId: id, role })),
    shown: {
      id: row.id as Recovery['id'],
      name: row.name,
      reason: row.reason,
      askedAt: row.asked_at.toISOString(),
      approvals: approvals.map(({ name, role, at }) => ({ name, role, at })),
      waitsUntil: facts.waitsUntil,
      state: recoveryState(facts, now.toISOString()),
    },
  }
}
