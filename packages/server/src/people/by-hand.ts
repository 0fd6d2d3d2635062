import type { Grant } from '@vigil/core/policy'
import { findAccount } from '../accounts/accounts.ts'
import { checkGiving } from '../accounts/administer.ts'
import { record } from '../audit/record.ts'
import { type Db, inTransaction } from '../db/transaction.ts'
import { makeInvitation } from './invitations.ts'

/** Whoever holds the machine invites; `secondOf` is the sign-in name of the person's other account. */
export interface InvitationByHand {
  readonly name: string
  readonly grants: readonly Grant[]
  readonly secondOf?: string
  readonly now: Date
}

/**
 * Invites somebody from the command line; gives the code. Undefined: nobody signs in as `secondOf`.
 * Refuses roles that one person may not hold together.
 */
export function invitePerson(
  db: Db,
  { name, grants, secondOf, now }: InvitationByHand,
): Promise<string | undefined> {
  return inTransaction(db, async (tx) => {
    await checkGiving(tx, grants)
    const first =
      secondOf === undefined ? null : ((await findAccount(tx, secondOf))?.id ?? undefined)
    if (first === undefined) return undefined
    const wanted = { name, grants, secondOf: first }
    const { id, code } = await makeInvitation(tx, { ...wanted, by: null, now })
    await record(tx, {
      at: now,
      actor: null,
      requestId: null,
      action: 'account.invite',
      object: { type: 'invitation', id },
      change: { ...wanted, grants: grants.map((grant) => ({ ...grant })) },
    })
    return code
  })
}
