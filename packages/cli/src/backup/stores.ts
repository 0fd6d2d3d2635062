import type { WrittenBackup } from '@vigil/server/backup/backup.ts'
import type { WrittenKeys } from '@vigil/server/backup/key-store.ts'
import type { Config } from '@vigil/server/config.ts'
import type { Context } from '../frame/context.ts'
import { showCopying } from './report.ts'

/** Which stores a backup is of; each is a file of its own. */
export const STORES = ['both', 'records', 'keys'] as const
export type Stores = (typeof STORES)[number]

/** Where the files go, and for whom they are closed. */
interface Place {
  readonly directory: string
  readonly recipients: readonly string[]
  readonly now: Date
}

/** What was written; null for a store that was not asked for, or is not there. */
export interface Written {
  readonly records: WrittenBackup | null
  readonly keys: WrittenKeys | null
}

/** Copies the stores asked for, while they are being used or not. Refuses keys where there are none. */
export async function backUpStores(
  place: Place,
  { stores, config, context }: { stores: Stores; config: Config; context: Context },
): Promise<Written> {
  const records = stores === 'keys' ? null : await backUpRecords(place, config, context)
  const keys = stores === 'records' ? null : await backUpKeyStore(place, config)
  if (stores === 'keys' && keys === null) context.refuse(context.say('keys.refused.new'))
  return { records, keys }
}

async function backUpRecords(
  place: Place,
  config: Config,
  context: Context,
): Promise<WrittenBackup> {
  const { backUp } = await import('@vigil/server/backup/backup.ts')
  const { joinInstallation } = await import('@vigil/server/join-installation.ts')
  const installation = await joinInstallation(config)
  try {
    const { reader } = installation
    const { data } = config
    return await backUp({ ...place, reader, data, onProgress: showCopying(context) })
  } finally {
    await installation.stop()
  }
}

/** Null where nobody has set up the keys: then there are none. */
async function backUpKeyStore(place: Place, { data }: Config): Promise<WrittenKeys | null> {
  const { backUpKeys } = await import('@vigil/server/backup/key-store.ts')
  const { joinKeyService } = await import('@vigil/server/keys/service/join.ts')
  const { ask, stop } = await joinKeyService(data)
  try {
    const status = await ask({ does: 'status' })
    const isNew = status.ok && status.value.state === 'new'
    return isNew ? null : await backUpKeys(ask, place)
  } finally {
    await stop()
  }
}
