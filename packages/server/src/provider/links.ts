import { createHash } from 'node:crypto'
import type { OwnProvider } from '@vigil/contract/schemas'
import type { Db } from '../db/transaction.ts'
import type { IdentityProvider } from './identity-provider.ts'

/** An account at a provider: by issuer and subject, which it gives to nobody else ever after. */
interface Identity {
  readonly issuer: URL
  readonly subject: string
}

/** Lets an account there sign in here. False where one of the two is linked already. */
export async function insertLink(
  tx: Db,
  { accountId, issuer, subject, now }: Identity & { accountId: string; now: Date },
): Promise<boolean> {
  const made = await tx
    .insertInto('provider_link')
    .values({
      account_id: accountId,
      issuer: issuer.href,
      subject_sha256: sha256(subject),
      linked_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst()
  return made !== undefined
}

/** Whom an account there lets in here; nobody whose own account is closed. */
export async function findLinked(
  db: Db,
  { issuer, subject }: Identity,
): Promise<string | undefined> {
  const link = await db
    .selectFrom('provider_link')
    .innerJoin('account', 'account.id', 'account_id')
    .select('account_id')
    .where('closed_at', 'is', null)
    .where('issuer', '=', issuer.href)
    .where('subject_sha256', '=', sha256(subject))
    .executeTakeFirst()
  return link?.account_id
}

/** Notes that a link was used. False where it is gone by now: then this use does not count. */
export async function useLink(
  tx: Db,
  { accountId, now }: { accountId: string; now: Date },
): Promise<boolean> {
  const used = await tx
    .updateTable('provider_link')
    .set({ last_used_at: now })
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** Takes the link of an account away; gives to which provider it was, undefined where there is none. */
export async function deleteLink(tx: Db, accountId: string): Promise<string | undefined> {
  const gone = await tx
    .deleteFrom('provider_link')
    .where('account_id', '=', accountId)
    .returning('issuer')
    .executeTakeFirst()
  return gone?.issuer
}

/** What somebody is shown of it under "my account"; a link stays to be seen after its provider is gone. */
export async function showProvider(
  db: Db,
  { accountId, provider }: { accountId: string; provider: IdentityProvider | null },
): Promise<OwnProvider | null> {
  const link = await db
    .selectFrom('provider_link')
    .select(['issuer', 'linked_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!link && !provider) return null
  return {
    name: nameOf(link?.issuer, provider),
    isOffered: !isOther(link?.issuer, provider),
    link: link
      ? {
          linkedAt: link.linked_at.toISOString(),
          lastUsedAt: link.last_used_at?.toISOString() ?? null,
        }
      : null,
  }
}

/** How a provider is called: by its name where it is the one of today, else by its address. */
export function nameOf(issuer: string | undefined, provider: IdentityProvider | null): string {
  const name = isOther(issuer, provider) ? issuer : provider?.settings.name
  return name?.slice(0, LONGEST_NAME) ?? ''
}

function isOther(issuer: string | undefined, provider: IdentityProvider | null): boolean {
  return issuer !== undefined && issuer !== provider?.settings.issuer.href
}

const LONGEST_NAME = 80

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
