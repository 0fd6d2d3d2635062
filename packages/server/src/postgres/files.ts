import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { ServiceUser } from './service-user.ts'

/** Makes the directory if needed; afterwards nobody but `owner` (and root) may look into it. */
export function ensurePrivateDirectory(path: string, owner: ServiceUser | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  if (owner !== null) chownSync(path, owner.uid, owner.gid)
}

/** Writes a file of mode 0600 whole or not at all, and on disk when it returns. */
export function writePrivateFile(path: string, content: string): void {
  const half = `${path}.${process.pid}.half`
  writeFileSync(half, content, { mode: 0o600, flush: true })
  renameSync(half, path)
  flushDirectory(dirname(path))
}

/** Makes a rename in this directory survive a power cut. */
export function flushDirectory(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
