import { makeIdentity, openIdentity, openWith, recipientOf, sealIdentity, sealTo } from './age.ts'
import type { Custodian, KeyStore } from './store.ts'

/** What a custodian shows: their passphrase, or the identity that they keep themselves. */
export interface Proof {
  readonly passphrase?: string | undefined
  readonly identity?: string | undefined
}

/** Who becomes a custodian: by a passphrase, or by the recipient of an identity that they keep. */
export interface NewCustodian {
  readonly name: string
  readonly passphrase?: string | undefined
  readonly recipient?: string | undefined
}

/** A recipient that is none. */
export class BadRecipient extends Error {
  override readonly name = 'BadRecipient'
}

/**
 * The identity that opens the keys of keys, by what one custodian shows; undefined where it is no
 * custodian's. Whose passphrase it is stands in none of them: each is tried.
 */
export async function findRoot(
  store: KeyStore,
  { passphrase, identity }: Proof,
): Promise<string | undefined> {
  const recipient = identity && (await findRecipient(identity))
  for (const custodian of store.listCustodians()) {
    const isTheirs = recipient !== undefined && recipient === custodian.recipient
    const own = isTheirs ? identity : await openOwn(custodian, passphrase)
    if (own !== undefined) return openRoot(own, custodian)
  }
  // The root's own identity, from a file of when there were no custodians.
  const isRoot = recipient !== undefined && recipient === store.findCustody()?.recipient
  return isRoot ? identity : undefined
}

/** The recipient of an identity; undefined where it is none. */
async function findRecipient(identity: string): Promise<string | undefined> {
  try {
    return await recipientOf(identity)
  } catch {
    return undefined
  }
}

async function openOwn(
  { identity: sealed }: Custodian,
  passphrase: string | undefined,
): Promise<string | undefined> {
  if (passphrase === undefined || sealed === null) return undefined
  return openIdentity(sealed, passphrase)
}

async function openRoot(own: string, { root }: Custodian): Promise<string> {
  return root === null ? own : new TextDecoder().decode(await openWith(own, root))
}

/** A custodian for whom the root's identity is sealed. Throws a `BadRecipient`. */
export async function makeCustodian(
  { name, passphrase, recipient: given }: NewCustodian,
  { root, work, now }: { readonly root: string; readonly work: number; readonly now: number },
): Promise<Custodian> {
  const own = passphrase === undefined ? null : await makeIdentity()
  const recipient = own === null ? (given ?? '') : await recipientOf(own)
  const identity =
    own === null || passphrase === undefined ? null : await sealIdentity(own, { passphrase, work })
  const [sealed] = await sealRoot([{ recipient }], root)
  return { name, recipient, identity, root: sealed ?? null, since: now }
}

/** The root's identity, sealed to each of them alone. Throws a `BadRecipient`. */
export async function sealRoot(
  custodians: readonly Pick<Custodian, 'recipient'>[],
  root: string,
): Promise<Uint8Array[]> {
  const bytes = new TextEncoder().encode(root)
  const sealed: Uint8Array[] = []
  for (const { recipient } of custodians) {
    try {
      sealed.push(await sealTo(recipient, bytes))
    } catch (error) {
      throw new BadRecipient('', { cause: error })
    }
  }
  return sealed
}
