import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  formatSignerKey,
  formatVerifierKey,
  type LogTrust,
  parseSignerKey,
  type SignerKey,
  toVerifierKey,
  type VerifierKey,
} from '@vigil/core/log'
import type { Db } from '../db/transaction.ts'
import { ensurePrivateDirectory, writePrivateFile } from '../postgres/files.ts'
import { Refusal } from '../refusal.ts'
import { publicKeyOf, verifyEd25519 } from './crypto.ts'

/**
 * The key that signs the log's checkpoints, made up the first time: the secret in the data directory,
 * for its owner's eyes, the name and the public part in the database. Refuses where the database's log
 * was begun with another key: a log has one, and it is to be brought back from a copy.
 */
export async function ensureLogKey(db: Db, data: string): Promise<SignerKey> {
  const known = await findStoredKey(db)
  const key = findLogKey(data) ?? (known === undefined ? makeLogKey(data) : undefined)
  if (known === undefined && key !== undefined) await storeKey(db, key)
  const stored = known ?? (await findStoredKey(db))
  if (key === undefined || stored !== formatVerifierKey(key)) {
    throw new Refusal('refusal.log.otherKey', { file: fileIn(data) })
  }
  return key
}

/** The key of the data directory; undefined where none was made yet. */
export function findLogKey(data: string): SignerKey | undefined {
  const file = fileIn(data)
  if (!existsSync(file)) return undefined
  const key = parseLogKey(readFileSync(file, 'utf8'))
  if (key === undefined) throw new Refusal('refusal.log.badKey', { file })
  return key
}

/** The key that a file of this text holds; undefined where it holds none. */
export function parseLogKey(text: string): SignerKey | undefined {
  const read = parseSignerKey(text.trimEnd(), publicKeyOf)
  return read.ok ? read.value : undefined
}

/** The line that the database keeps of the key; undefined while the log has not begun. */
export async function findStoredKey(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('log_key').select('verifier_key').executeTakeFirst()
  return row?.verifier_key
}

/** Checkpoints are believed that this key signed, for the log of its name. */
export function trustIn(key: VerifierKey): LogTrust {
  return { origin: key.name, keys: [key], verify: verifyEd25519 }
}

/** The name is random: it says nothing about who keeps the log, or where. */
function makeLogKey(data: string): SignerKey {
  const seed = randomBytes(32)
  const name = `vigil/${randomBytes(8).toString('hex')}`
  const key = { ...toVerifierKey(name, publicKeyOf(seed)), seed }
  ensurePrivateDirectory(join(data, 'secrets'), null)
  writePrivateFile(fileIn(data), `${formatSignerKey(key)}\n`)
  return key
}

/** Of two processes that begin at the same moment, the database lets one through. */
async function storeKey(db: Db, key: VerifierKey): Promise<void> {
  await db
    .insertInto('log_key')
    .values({ verifier_key: formatVerifierKey(key) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function fileIn(data: string): string {
  return join(data, 'secrets', 'log.key')
}
