import { expect, test } from 'vitest'
import { sequenceAll } from '../log/installation.ts'
import { hasDebian15, startCluster } from '../support/clusters.ts'
import { freshDatabase } from '../support/database.ts'
import { fill } from './fill.ts'
import { ask, backUpFor, directory, elsewhere, readRows, restoreFrom } from './support.ts'

test.runIf(hasDebian15())('a backup moves from PostgreSQL 18 to 15, and back', async () => {
  const installation = await freshDatabase()
  const data = directory()
  await fill(installation)
  await sequenceAll(installation.db, data)
  const { file } = await backUpFor(installation.reader, data)
  const rows = await readRows(installation.reader)
  const cluster = await startCluster('debian15')
  try {
    const { owner, superuser } = cluster.postgres
    const there = { owner, data: directory() }
    expect((await restoreFrom(file, there)).fault).toBe(null)
    const reader = { ...superuser, database: String(owner.database) }
    expect(await readRows(reader)).toEqual(rows)
    const [version] = await ask(reader, 'show server_version')
    expect(String(version?.['server_version'])).toMatch(/^15\./)
    const back = await backUpFor(reader, there.data)
    await elsewhere(async (place) => {
      expect((await restoreFrom(back.file, place)).fault).toBe(null)
      expect(await readRows(place.reader)).toEqual(rows)
    })
  } finally {
    await cluster.remove()
  }
})
