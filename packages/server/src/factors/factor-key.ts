import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePrivateDirectory, writePrivateFile } from '../postgres/files.ts'
import { Refusal } from '../refusal.ts'

const KEY_BYTES = 32

/**
 * The key under which secrets of authenticator apps are encrypted, made up the first time: in the data
 * directory, for its owner's eyes. Without it the secrets in the database are worth nothing, also to us:
 * whoever has an app then signs in otherwise and enrols anew.
 */
export function ensureFactorKey(data: string): Buffer {
  const directory = join(data, 'secrets')
  const file = join(directory, 'factors.key')
  if (existsSync(file)) return parse(file)
  const key = randomBytes(KEY_BYTES)
  ensurePrivateDirectory(directory, null)
  writePrivateFile(file, `${key.toString('base64')}\n`)
  return key
}

function parse(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new Refusal('refusal.factors.badKey', { file })
  return key
}
