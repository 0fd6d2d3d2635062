import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findTombstoneFault, type TombstoneFault } from '@vigil/core/keys'
import type { VerifierKey } from '@vigil/core/log'
import type { Db } from '../db/transaction.ts'
import type { AskKeys, KeyAnswer } from '../keys/protocol.ts'
import { joinKeyService } from '../keys/service/join.ts'
import { trustIn } from '../log/key.ts'
import { listErasureEntries } from './tombstones.ts'

/** How many destroyed keys the log knows, or the first fault. */
export interface TombstoneCheck {
  readonly destroyed: number
  readonly fault: TombstoneFault | null
}

/**
 * Compares the tombstones of the key store with the erasures of the log. Null where there is nothing to
 * compare: nobody has set the keys up.
 */
export async function checkTombstones(
  db: Db,
  { ask, key }: { readonly ask: AskKeys; readonly key: VerifierKey },
): Promise<TombstoneCheck | null> {
  const answer: KeyAnswer<'export'> = await ask({ does: 'export', after: '' })
  const lines = answer.ok ? answer.value.lines : []
  if (lines.length === 0) return null
  const buried = lines.filter((line) => line.kind === 'destroyed')
  const fault = findTombstoneFault(buried, await listErasureEntries(db), trustIn(key))
  return { destroyed: buried.length, fault }
}

/** The same for an installation, whether or not a Vigil runs. */
export async function checkInstalledTombstones(
  db: Db,
  { data, key }: { readonly data: string; readonly key: VerifierKey },
): Promise<TombstoneCheck | null> {
  const isHere = existsSync(join(data, 'keys', 'keys.db')) || process.env['VIGIL_KEY_SOCKET']
  if (!isHere) return null
  const { ask, stop } = await joinKeyService(data)
  try {
    return await checkTombstones(db, { ask, key })
  } finally {
    await stop()
  }
}
