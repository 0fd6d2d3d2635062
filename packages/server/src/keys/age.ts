import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'

/** What guessing a passphrase costs: 2^18 rounds of scrypt with 256 MiB, as the age command asks. */
export const PASSPHRASE_WORK = 18

/**
 * A new age identity, X25519 and ML-KEM-768 together: what is sealed today must not be opened by the
 * computers of tomorrow (security.md 2).
 */
export function makeIdentity(): Promise<string> {
  return generateHybridIdentity()
}

/** To whom an identity's files are sealed. Throws where it is no identity. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity)
}

/** Seals bytes to a recipient, as an age file. */
export function sealTo(recipient: string, bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}

/** Opens an age file. Throws where it is not genuine or not for this identity. */
export function openWith(identity: string, file: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(file)
}

/** Seals an identity with a passphrase, as an age file. */
export function sealIdentity(
  identity: string,
  { passphrase, work }: { readonly passphrase: string; readonly work: number },
): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(work)
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(identity)
}

/** The identity under a passphrase; undefined where the passphrase is another. */
export async function openIdentity(
  file: Uint8Array,
  passphrase: string,
): Promise<string | undefined> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(file, 'text')
  } catch {
    return undefined
  }
}
