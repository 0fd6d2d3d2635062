import type { Config } from '@vigil/server/config.ts'
import type { Db } from '@vigil/server/db/transaction.ts'

/** A backup of the key store, and whose it is to become. */
interface RestoringKeys {
  readonly file: string
  readonly identities: readonly string[]
  readonly config: Config
}

/**
 * Takes a backup of the key store into the installation, but for the keys that its records know as
 * destroyed, and enters it in the log. Gives how many keys live then. Refuses where the records are not
 * there yet.
 */
export async function restoreKeyStore(restoring: RestoringKeys): Promise<number> {
  const { openDatabase } = await import('@vigil/server/db/pool.ts')
  const { joinInstallation } = await import('@vigil/server/join-installation.ts')
  const installation = await joinInstallation(restoring.config)
  try {
    const db = openDatabase(installation.owner, { connections: 2 })
    try {
      return await restoreBeside(db, restoring)
    } finally {
      await db.destroy()
    }
  } finally {
    await installation.stop()
  }
}

async function restoreBeside(db: Db, { file, identities, config }: RestoringKeys): Promise<number> {
  const { restoreKeys } = await import('@vigil/server/backup/key-store.ts')
  const { openKeyBackup } = await import('@vigil/server/backup/opened.ts')
  const { listBuriedKeys } = await import('@vigil/server/identities/buried-keys.ts')
  const { recordKeysRestored } = await import('@vigil/server/keys/administer.ts')
  const { joinKeyService } = await import('@vigil/server/keys/service/join.ts')
  const destroyed = await listBuriedKeys(db)
  const { ask, stop } = await joinKeyService(config.data)
  try {
    await restoreKeys({ ask, destroyed, open: () => openKeyBackup(file, identities) })
    await recordKeysRestored(db, new Date())
    const status = await ask({ does: 'status' })
    return status.ok ? status.value.keys : 0
  } finally {
    await stop()
  }
}
