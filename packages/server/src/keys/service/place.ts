import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePrivateDirectory } from '../../postgres/files.ts'
import { Refusal } from '../../refusal.ts'

/** Of a Unix socket's path; 107 bytes on Linux, 103 on macOS. */
const LONGEST_PATH = 103

/** Where the key store of an installation lies. */
export interface KeyPlace {
  readonly directory: string
  readonly socket: string
}

/**
 * The directory of the key store below the data directory, and the socket of its service: beside it, or
 * in a private directory for temporary files where that path would be too long. VIGIL_KEY_SOCKET names
 * the socket of a service that the operator runs.
 */
export function keyPlace(data: string, environment: NodeJS.ProcessEnv = process.env): KeyPlace {
  const directory = join(data, 'keys')
  const given = environment['VIGIL_KEY_SOCKET'] ?? ''
  if (given !== '') return { directory, socket: given }
  const near = join(data, 'run-keys', 'keys.sock')
  if (Buffer.byteLength(near) <= LONGEST_PATH) return { directory, socket: near }
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 16)
  return { directory, socket: join(tmpdir(), `vigil-keys-${hash}`, 'keys.sock') }
}

/** Makes the directories, which nobody else may look into. */
export function prepareKeyPlace({ directory, socket }: KeyPlace): void {
  ensurePrivateDirectory(directory, null)
  const run = join(socket, '..')
  const found = lstatSync(run, { throwIfNoEntry: false })
  const isStrangers = found && (!found.isDirectory() || found.uid !== process.geteuid?.())
  if (isStrangers) throw new Refusal('refusal.data.strangersDirectory', { directory: run })
  ensurePrivateDirectory(run, null)
}
