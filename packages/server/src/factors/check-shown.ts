import { type Enrolled, type Factor, type ProofPurpose, suffices } from '@vigil/core/factors'
import { verifyPassphrase } from '../accounts/passphrase.ts'
import type { Db } from '../db/transaction.ts'
import type { Services } from '../http/services.ts'
import { noteChange } from './changes.ts'
import { NOBODY, readEnrolled } from './enrolled.ts'
import { findSheetCode, spendSheetCode } from './sheets.ts'
import { findTotpStep, spendTotpStep } from './totp.ts'

/** What somebody typed, and for whose account; undefined where nobody has the name. */
export interface Typed {
  readonly account: { readonly id: string; readonly passphrase: string } | undefined
  readonly passphrase: string
  readonly code: string | undefined
  readonly now: Date
}

/** Whether somebody typed a code of an authenticator app, right or wrong. */
export function isOneTimeCode(code: string | undefined): boolean {
  return code !== undefined && /^\d{6}$/.test(withoutBlanks(code))
}

function withoutBlanks(code: string): string {
  return code.replaceAll(/\s/g, '')
}

/** What of it is right. */
export interface Shown {
  readonly factors: readonly Factor[]
  readonly enrolled: Enrolled
  /** Uses up the code that was shown; false where somebody was faster with the same one. */
  readonly spend: (tx: Db) => Promise<boolean>
}

/**
 * Looks at passphrase and code. Whatever is wrong, and whether or not there is such an account, the same
 * work is done, so that neither answer nor time tells what was right.
 */
export async function checkShown(
  db: Db,
  { account, passphrase, code, now }: Typed,
  { hashing, factorKey }: Pick<Services, 'hashing' | 'factorKey'>,
): Promise<Shown> {
  const accountId = account?.id ?? NOBODY
  const isRight = await verifyPassphrase(passphrase, account?.passphrase, hashing)
  const enrolled = await readEnrolled(db, accountId)
  const typed = code ?? ''
  const asked = { accountId, key: factorKey, now, code: withoutBlanks(typed) }
  const step = await findTotpStep(db, { ...asked, which: 'inUse' })
  const sheet = await findSheetCode(db, { accountId, typed })
  const factors: Factor[] = [
    ...(isRight ? (['passphrase'] as const) : []),
    ...(step ? (['totp'] as const) : []),
    ...(sheet ? (['sheet'] as const) : []),
  ]
  return {
    factors,
    enrolled,
    async spend(tx) {
      if (step) return spendTotpStep(tx, step)
      if (!sheet) return true
      await noteChange(tx, { accountId, what: 'sheet_used', now })
      return spendSheetCode(tx, { ...sheet, now })
    },
  }
}

/** The strongest of what was shown, where it suffices; undefined where it does not. */
export function strongestOf(
  purpose: ProofPurpose,
  { factors, enrolled }: Pick<Shown, 'factors' | 'enrolled'>,
): Factor | undefined {
  if (!suffices(purpose, { shown: factors, enrolled })) return undefined
  return factors.at(-1)
}
