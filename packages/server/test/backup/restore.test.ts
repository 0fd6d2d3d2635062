import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBackup } from '../../src/backup/opened.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/pool.ts'
import { checkInstallation } from '../../src/log/check.ts'
import { findLogKey } from '../../src/log/key.ts'
import { freshDatabase } from '../support/database.ts'
import { act, sequenceAll } from '../log/installation.ts'
import { fill } from './fill.ts'
import {
  ask,
  backUpFor,
  directory,
  elsewhere,
  KEY,
  readRows,
  readRules,
  restoreFrom,
} from './support.ts'

const installation = await freshDatabase()
const data = directory()
let backup: Awaited<ReturnType<typeof backUpFor>>

beforeAll(async () => {
  await fill(installation)
  await sequenceAll(installation.db, data)
  await act(installation.db, 2)
  backup = await backUpFor(installation.reader, data)
})

describe('a backup that was restored elsewhere', () => {
  test('is the same installation, row by row, with the same rules and the same log', () =>
    elsewhere(async (place) => {
      const restored = await restoreFrom(backup.file, place)
      expect(restored.fault).toBe(null)
      expect(await readRows(place.reader)).toEqual(await readRows(installation.reader))
      expect(await readRules(place.reader)).toEqual(await readRules(installation.reader))
      const [before, after] = [data, place.data].map((one) => join(one, 'secrets/log.key'))
      expect(readFileSync(after ?? '')).toEqual(readFileSync(before ?? ''))
      expect(await migrate(place.owner)).toEqual([])
    }))

  test('goes on where it was: numbers follow, and the log stays whole', () =>
    elsewhere(async (place) => {
      await restoreFrom(backup.file, place)
      const db = openDatabase(place.owner, { connections: 2 })
      try {
        await act(db, 3)
        await sequenceAll(db, place.data)
        const key = findLogKey(place.data)
        const [head] = await ask(installation.reader, HEAD)
        const given = [{ size: Number(head?.['size']), root: head?.['root'] as Buffer }]
        const checked = await checkInstallation(db, { key, given })
        expect(checked.fault).toBe(null)
        expect(checked.size).toBe(Number(head?.['size']) + 5)
      } finally {
        await db.destroy()
      }
    }))

  test('lets nobody in who was signed in when it was made', () =>
    elsewhere(async (place) => {
      expect(await ask(installation.reader, 'select id from session')).not.toEqual([])
      await restoreFrom(backup.file, place)
      expect(await ask(place.reader, 'select id from session')).toEqual([])
    }))
})

const HEAD = 'select size, root from log_checkpoint order by number desc limit 1'

describe('a backup', () => {
  test('says what is in it, table by table', async () => {
    const { manifest, summary } = backup
    const rows = await readRows(installation.reader)
    const counted = manifest.tables.map(({ schema, name }, at) => [
      `${schema}.${name}`,
      summary.tables[at]?.rows,
    ])
    expect(Object.fromEntries(counted)).toEqual(
      Object.fromEntries(Object.entries(rows).map(([name, { length }]) => [name, length])),
    )
    const [migrations] = await ask(installation.reader, 'select count(*) from migration')
    expect(manifest.migrations.length).toBe(Number(migrations?.['count']))
    const [head] = await ask(
      installation.reader,
      'select note from log_checkpoint order by number desc limit 1',
    )
    expect(summary.checkpoint).toBe(head?.['note'])
  })

  test('can be read by whoever knows age, gzip, tar and COPY: sums are those of the pieces', async () => {
    const opened = await openBackup(backup.file, [KEY.identity])
    for (const [at, { schema, name }] of opened.manifest.tables.entries()) {
      const hash = createHash('sha256')
      for (let part = 0; ; part += 1) {
        const entry = `tables/${schema}.${name}/${String(part).padStart(8, '0')}`
        const bytes = await opened.takeEntry(entry)
        if (bytes === undefined) break
        if (part === 0) expect(Buffer.from(bytes).subarray(0, 6).toString()).toBe('PGCOPY')
        hash.update(bytes)
      }
      expect(hash.digest('hex')).toBe(backup.summary.tables[at]?.sha256)
    }
  })

  test('is the state of one moment, whatever is written meanwhile', async () => {
    const moving = await freshDatabase()
    const place = directory()
    await act(moving.db, 30)
    await sequenceAll(moving.db, place)
    const more: Promise<unknown>[] = []
    const onProgress = () => {
      if (more.length === 0) more.push(act(moving.db, 20).then(() => sequenceAll(moving.db, place)))
    }
    const { file, summary } = await backUpFor(moving.reader, place, { onProgress })
    await Promise.all(more)
    const [now] = await ask(moving.reader, 'select count(*) from audit_entry')
    expect(Number(now?.['count'])).toBe(50)
    await elsewhere(async (there) => {
      const restored = await restoreFrom(file, there)
      expect(restored).toMatchObject({ fault: null, size: 30 })
      expect(summary.checkpoint).toContain('\n30\n')
    })
  })

  test('is for nobody else to look at', () => {
    expect(statSync(backup.file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${backup.file}.${process.pid}.half`)).toBe(false)
    expect(readFileSync(backup.file).includes('amina')).toBe(false)
  })
})
