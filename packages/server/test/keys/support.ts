import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createCustody } from '../../src/keys/custody.ts'
import { createFileProvider, type FileProvider } from '../../src/keys/file-provider.ts'
import type { AskKeys } from '../../src/keys/protocol.ts'
import { type KeyStore, openKeyStore } from '../../src/keys/store.ts'

/** Fifteen characters and more, as custodians must have. */
export const CUSTODIANS = 'four keys in a biscuit tin'

/** Keys in this process, in a directory that goes with the file's tests. */
export interface Keys {
  readonly ask: AskKeys
  readonly store: KeyStore
  readonly provider: FileProvider
  readonly copies: string
  /** Keys as they are after the process was killed: the same file, nobody has unlocked it. */
  readonly restart: () => Keys
}

/** The service's own code without its process; guessing a passphrase costs little here. */
export function startKeys({ now = Date.now }: { now?: () => number } = {}): Keys {
  const directory = mkdtempSync(join(tmpdir(), 'vigil-keys-'))
  const opened: KeyStore[] = []
  afterAll(() => {
    for (const store of opened) store.close()
    rmSync(directory, { recursive: true, force: true })
  })
  const start = (): Keys => {
    opened.pop()?.close()
    const store = openKeyStore(join(directory, 'keys.db'))
    opened.push(store)
    const provider = createFileProvider({ store, now, work: 1 })
    const copies = join(directory, 'copies')
    const ask = createCustody({ store, provider, copies, now })
    return { ask, store, provider, copies, restart: start }
  }
  return start()
}

/** The same, set up and open. */
export async function openKeys(more: { now?: () => number } = {}): Promise<Keys> {
  const keys = startKeys(more)
  const answer = await keys.ask({ does: 'setUp', passphrase: CUSTODIANS })
  if (!answer.ok) throw new Error(answer.problem)
  return keys
}
