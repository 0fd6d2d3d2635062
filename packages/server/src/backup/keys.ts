import { Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePrivateDirectory, writePrivateFile } from '../postgres/files.ts'
import { Refusal } from '../refusal.ts'

/** A recovery key: `identity` opens, and is never kept by Vigil; `recipient` only closes. */
export interface RecoveryKey {
  readonly identity: string
  readonly recipient: string
}

/**
 * Makes a recovery key (age, ML-KEM-768 with X25519: what is copied today shall stay closed when
 * quantum computers come) and has further backups of the installation closed for it, too.
 */
export async function addRecoveryKey(data: string): Promise<RecoveryKey> {
  const identity = await generateHybridIdentity()
  const recipient = await identityToRecipient(identity)
  await addRecipient(data, recipient)
  return { identity, recipient }
}

/** Has further backups closed for `recipient`, too. Refuses what is no recipient, or does not go with others. */
export async function addRecipient(data: string, recipient: string): Promise<void> {
  const recipients = [...new Set([...readRecipients(data), recipient])]
  await checkRecipients(recipients)
  ensurePrivateDirectory(join(data, 'secrets'), null)
  writePrivateFile(fileIn(data), `${recipients.join('\n')}\n`)
}

/** For whom backups of the installation are closed, as `./vigil backup keys` settled it. */
export function readRecipients(data: string): readonly string[] {
  const file = fileIn(data)
  return existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : []
}

/** Refuses where there is nobody to close a backup for, or somebody for whom it cannot be closed. */
export async function checkRecipients(recipients: readonly string[]): Promise<void> {
  if (recipients.length === 0) throw new Refusal('refusal.backup.noKey')
  // Closed for an older key as well, a backup would be as weak as that one.
  const hybrid = recipients.filter((recipient) => recipient.startsWith('age1pq1'))
  if (hybrid.length !== 0 && hybrid.length !== recipients.length) {
    throw new Refusal('refusal.backup.mixedKeys')
  }
  for (const recipient of recipients) await checkRecipient(recipient)
}

async function checkRecipient(recipient: string): Promise<void> {
  try {
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient)
    await encrypter.encrypt('')
  } catch {
    throw new Refusal('refusal.backup.badKey', { recipient: recipient.slice(0, 40) })
  }
}

/** The identities in a file as `age-keygen` or `./vigil backup keys new` writes it. Refuses one without any. */
export async function parseIdentities(text: string): Promise<readonly string[]> {
  const identities = linesOf(text)
  try {
    for (const identity of identities) await identityToRecipient(identity)
  } catch {
    throw new Refusal('refusal.restore.badKey')
  }
  if (identities.length === 0) throw new Refusal('refusal.restore.badKey')
  return identities
}

/** Lines that say something; what stands behind `#` is for people. */
function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function fileIn(data: string): string {
  return join(data, 'secrets', 'backup.recipients')
}
