import { readConfig } from '@vigil/server/config.ts'
import { migrate } from '@vigil/server/db/migrate.ts'
import { openDatabase } from '@vigil/server/db/pool.ts'
import type { Db } from '@vigil/server/db/transaction.ts'
import { joinInstallation } from '@vigil/server/join-installation.ts'

/** Does `work` on the installation's database, whether or not a Vigil serves it just now. */
export async function withDatabase(
  data: string | undefined,
  work: (db: Db) => Promise<void>,
): Promise<void> {
  const installation = await joinInstallation(readConfig({ data }))
  try {
    await migrate(installation.owner)
    const db = openDatabase(installation.owner, { connections: 2 })
    try {
      await work(db)
    } finally {
      await db.destroy()
    }
  } finally {
    await installation.stop()
  }
}
