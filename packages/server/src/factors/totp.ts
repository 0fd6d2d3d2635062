import { randomBytes, timingSafeEqual } from 'node:crypto'
import { stepAt, stepsInForce, TOTP } from '@vigil/core/factors'
import { HOTP, Secret, TOTP as Authenticator } from 'otpauth'
import type { Db } from '../db/transaction.ts'
import { uuidV7 } from '../uuid.ts'
import { NOBODY } from './enrolled.ts'
import { seal, unseal } from './seal.ts'

/** As long as the hash, as RFC 4226 (4, R6) recommends. */
const SECRET_BYTES = 20

/** Whose secret, under which key of the data directory, and when. */
export interface TotpAsked {
  readonly accountId: string
  readonly key: Buffer
  readonly now: Date
}

/** A code that is right: whose secret it is of, and which time step. */
export interface TotpStep {
  readonly id: string
  readonly step: number
}

/** Six digits for a time step (RFC 6238, 4.2). */
export function totpCode(secret: Uint8Array, step: number): string {
  const { algorithm, digits } = TOTP
  const bytes = new Secret({ buffer: new Uint8Array(secret).buffer })
  return HOTP.generate({ secret: bytes, counter: step, algorithm, digits })
}

/** Makes a secret that counts once a code of it comes back; one begun before is forgotten. */
export async function beginTotp(
  tx: Db,
  { accountId, key, now, label }: TotpAsked & { readonly label: string },
): Promise<{ id: string; secret: string; uri: string }> {
  const id = uuidV7(now)
  const bytes = randomBytes(SECRET_BYTES)
  const sealed_secret = seal(bytes, { key, belongsTo: belongingOf(id, accountId) })
  await tx
    .deleteFrom('totp')
    .where('account_id', '=', accountId)
    .where('added_at', 'is', null)
    .execute()
  await tx
    .insertInto('totp')
    .values({ id, account_id: accountId, sealed_secret, begun_at: now })
    .execute()
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer })
  const { algorithm, digits, period } = TOTP
  const app = new Authenticator({ issuer: 'Vigil', label, secret, algorithm, digits, period })
  return { id, secret: secret.base32, uri: app.toString() }
}

/**
 * The time step that `code` is right for; undefined where it is wrong, used, or nobody's. Takes nothing
 * away: whoever goes on with it calls `spendTotpStep`. `which`: the app in use, or the one begun.
 */
export async function findTotpStep(
  db: Db,
  { accountId, key, now, code, which }: TotpAsked & { code: string; which: 'inUse' | 'begun' },
): Promise<TotpStep | undefined> {
  const row = await db
    .selectFrom('totp')
    .select(['id', 'sealed_secret', 'last_step'])
    .where('account_id', '=', accountId)
    .where('added_at', which === 'inUse' ? 'is not' : 'is', null)
    .executeTakeFirst()
  const secret =
    row && unseal(row.sealed_secret, { key, belongsTo: belongingOf(row.id, accountId) })
  const step = findStep(secret ?? NOBODYS_SECRET, {
    code,
    steps: stepsInForce(stepAt(now.getTime() / 1000), row?.last_step ?? null),
  })
  return row && secret && step !== undefined ? { id: row.id, step } : undefined
}

/** Marks a step as used. Of several that use the same code at the same moment, one is told yes. */
export async function spendTotpStep(tx: Db, { id, step }: TotpStep): Promise<boolean> {
  const spent = await tx
    .updateTable('totp')
    .set({ last_step: step })
    .where('id', '=', id)
    .where('added_at', 'is not', null)
    .where((row) => row.or([row('last_step', 'is', null), row('last_step', '<', step)]))
    .executeTakeFirst()
  return spent.numUpdatedRows === 1n
}

/** From now on the app that was begun is the one in use. False where it was taken back meanwhile. */
export async function putTotpInUse(
  tx: Db,
  { accountId, found, now }: Pick<TotpAsked, 'accountId' | 'now'> & { found: TotpStep },
): Promise<boolean> {
  await removeTotp(tx, accountId)
  const added = await tx
    .updateTable('totp')
    .set({ added_at: now, last_step: found.step })
    .where('id', '=', found.id)
    .where('added_at', 'is', null)
    .executeTakeFirst()
  return added.numUpdatedRows === 1n
}

/** Takes the app in use away; false where there is none. */
export async function removeTotp(tx: Db, accountId: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('totp')
    .where('account_id', '=', accountId)
    .where('added_at', 'is not', null)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}

/** Since when an account has an app. */
export async function findTotp(db: Db, accountId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('totp')
    .select('added_at')
    .where('account_id', '=', accountId)
    .where('added_at', 'is not', null)
    .executeTakeFirst()
  return row?.added_at ?? null
}

/** Codes are compared with this where nobody has an app, so that it takes as long. */
const NOBODYS_SECRET = Buffer.alloc(SECRET_BYTES, NOBODY)

/** Looks at every step, whichever it is right for. */
function findStep(
  secret: Uint8Array,
  { code, steps }: { code: string; steps: readonly number[] },
): number | undefined {
  const given = Buffer.from(code.padEnd(TOTP.digits).slice(0, TOTP.digits))
  const isWhole = code.length === TOTP.digits
  const right = steps.filter((step) => {
    const isSame = timingSafeEqual(Buffer.from(totpCode(secret, step)), given)
    return isSame && isWhole
  })
  return right[0]
}

function belongingOf(id: string, accountId: string): string {
  return `totp ${id} of account ${accountId}`
}
