import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ensurePrivateDirectory, writePrivateFile } from './files.ts'

const Passwords = z.object({ superuser: z.string(), owner: z.string() })

/** Of the launcher's own login and of the owner of Vigil's tables. */
export type Passwords = z.infer<typeof Passwords>

/** Reads the passwords of the embedded server, or makes them up. No person ever types them. */
export function ensurePasswords(data: string): Passwords {
  const directory = join(data, 'secrets')
  const path = join(directory, 'postgres.json')
  const known = existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined
  if (known !== undefined) return known
  const fresh = { superuser: makeUp(), owner: makeUp() }
  ensurePrivateDirectory(directory, null)
  writePrivateFile(path, `${JSON.stringify(fresh)}\n`)
  return fresh
}

function parse(text: string): Passwords | undefined {
  try {
    return Passwords.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function makeUp(): string {
  return randomBytes(24).toString('base64url')
}
