import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateIdentity } from 'age-encryption'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBackup } from '../../src/backup/opened.ts'
import { MANIFEST } from '../../src/backup/layout.ts'
import { Manifest } from '../../src/backup/manifest.ts'
import { parseIdentities } from '../../src/backup/keys.ts'
import { seal, unseal } from '../../src/backup/seal.ts'
import { type Entry, packTar, unpackTar } from '../../src/backup/tar.ts'
import { act, FULL, sequenceAll } from '../log/installation.ts'
import { freshDatabase } from '../support/database.ts'
import { ask, backUpFor, directory, elsewhere, KEY, restoreFrom } from './support.ts'

const installation = await freshDatabase()
const data = directory()
const place = directory()
let whole: Buffer

beforeAll(async () => {
  await act(installation.db, 2)
  await sequenceAll(installation.db, data)
  whole = readFileSync((await backUpFor(installation.reader, data)).file)
})

function refusal(name: string): object {
  return { name: 'Refusal', key: `refusal.${name}` }
}

/** A file of these bytes. */
function fileOf(bytes: Uint8Array): string {
  const file = join(place, 'backup.age')
  writeFileSync(file, bytes)
  return file
}

/** Reads a backup to its end without a database, as a restore does before anything stays. */
async function readThrough(file: string): Promise<void> {
  const opened = await openBackup(file, [KEY.identity])
  for (const { schema, name } of opened.manifest.tables) {
    for (let part = 0; ; part += 1) {
      const entry = `tables/${schema}.${name}/${String(part).padStart(8, '0')}`
      if ((await opened.takeEntry(entry)) === undefined) break
    }
  }
  await opened.takeFiles()
  await opened.takeSummary()
}

const REFUSED = /^refusal\.restore\.(?:damaged|notBackup|wrongKey) /

describe('a backup that was altered', () => {
  test('reads through while it is whole', async () => {
    await expect(readThrough(fileOf(whole))).resolves.toBe(undefined)
  })

  test(`is refused: any bit turned over${FULL ? '' : ', of one byte in 41'}`, async () => {
    for (let at = FULL ? 0 : 7; at < whole.length; at += FULL ? 1 : 41) {
      for (let bit = FULL ? 0 : at % 8; bit < 8; bit += FULL ? 1 : 8) {
        const turned = Buffer.from(whole)
        turned.writeUInt8(turned.readUInt8(at) ^ (1 << bit), at)
        await expect(readThrough(fileOf(turned)), `bit ${bit} of byte ${at}`).rejects.toThrow(
          REFUSED,
        )
      }
    }
  })

  test('is refused: cut off anywhere, or with something behind it', async () => {
    for (let length = 0; length < whole.length; length += FULL ? 1 : 61) {
      const cut = readThrough(fileOf(whole.subarray(0, length)))
      await expect(cut, `after ${length} bytes`).rejects.toThrow(REFUSED)
    }
    await expect(readThrough(fileOf(whole.subarray(0, -1)))).rejects.toThrow(REFUSED)
    await expect(readThrough(fileOf(Buffer.concat([whole, whole])))).rejects.toThrow(REFUSED)
    await expect(readThrough(fileOf(Buffer.concat([whole, Buffer.of(0)])))).rejects.toThrow(REFUSED)
  })

  test('leaves nothing behind in the database, which then takes a whole one', () =>
    elsewhere(async (there) => {
      const cut = fileOf(whole.subarray(0, -1))
      await expect(restoreFrom(cut, there)).rejects.toMatchObject(refusal('restore.damaged'))
      expect(await ask(there.reader, TABLES)).toEqual([])
      const file = fileOf(whole)
      expect(await restoreFrom(file, there)).toMatchObject({ fault: null, size: 2 })
      await expect(restoreFrom(file, there)).rejects.toMatchObject(refusal('restore.notEmpty'))
    }))
})

const TABLES = `select relname from pg_class where relnamespace = 'public'::regnamespace`

/** The same backup with its content changed by somebody who has the public key. */
async function rewritten(change: (entry: Entry) => Entry | readonly Entry[]): Promise<string> {
  const entries = async function* () {
    for await (const entry of unpackTar(unseal(chunks(whole), [KEY.identity]))) {
      const changed = change(entry)
      if ('name' in changed) yield changed
      else yield* changed
    }
  }
  const file = fileOf(new Uint8Array(0))
  for await (const chunk of seal(packTar(entries()), [KEY.recipient])) appendFileSync(file, chunk)
  return file
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function changeManifest(change: (manifest: Manifest) => object) {
  return (entry: Entry): Entry => {
    if (entry.name !== MANIFEST) return entry
    const manifest = Manifest.parse(JSON.parse(Buffer.from(entry.bytes).toString()))
    return { ...entry, bytes: Buffer.from(JSON.stringify(change(manifest))) }
  }
}

describe('a backup that was written by somebody else', () => {
  /** What restoring `file` into an empty database ends in; it must be empty afterwards. */
  async function outcome(file: string): Promise<unknown> {
    let ended: unknown
    await elsewhere(async (there) => {
      ended = await restoreFrom(file, there).catch((error: unknown) => error)
      expect(await ask(there.reader, TABLES)).toEqual([])
    })
    return ended
  }

  test('of a newer Vigil is refused', async () => {
    const format = await rewritten(changeManifest((old) => ({ ...old, format: 'vigil-backup/2' })))
    expect(await outcome(format)).toMatchObject(refusal('restore.newer'))
    const more = { number: 9_999, name: '9999-later.sql', sha256: '0'.repeat(64) }
    const later = await rewritten(
      changeManifest((old) => ({ ...old, migrations: [...old.migrations, more] })),
    )
    expect(await outcome(later)).toMatchObject(refusal('database.newer'))
  })

  test('without a table, a row, its key or its end is refused', async () => {
    const without = (part: string) => (entry: Entry) => (entry.name.includes(part) ? [] : entry)
    for (const part of ['audit_entry/', 'log.key', 'summary.json']) {
      expect(await outcome(await rewritten(without(part))), part).toMatchObject(
        refusal('restore.damaged'),
      )
    }
    const lacking = changeManifest((old) => ({ ...old, tables: old.tables.slice(1) }))
    expect(await outcome(await rewritten(lacking))).toMatchObject(refusal('restore.damaged'))
  })

  test('whose sums agree, but whose log does not, is not restored either', async () => {
    const other = await freshDatabase()
    await act(other.db, 3)
    const otherData = directory()
    await sequenceAll(other.db, otherData)
    const [head] = await ask(other.reader, 'select note from log_checkpoint')
    const kept = [{ name: 'march.txt', note: String(head?.['note']) }]
    await elsewhere(async (there) => {
      await expect(restoreFrom(fileOf(whole), there, kept)).rejects.toMatchObject(
        refusal('restore.checkpoint'),
      )
      const mixed = { ...there, data: otherData }
      await expect(restoreFrom(fileOf(whole), mixed)).rejects.toMatchObject(
        refusal('restore.otherLog'),
      )
    })
  })

  test('after the log was changed behind its back names the entry', async () => {
    const tampered = await freshDatabase()
    const there = directory()
    await act(tampered.db, 3)
    await sequenceAll(tampered.db, there)
    await ask(
      tampered.reader,
      `alter table audit_entry disable trigger user;
       update audit_entry set purpose = 'reporting' where seq = 2;
       alter table audit_entry enable trigger user`,
    )
    const { file } = await backUpFor(tampered.reader, there)
    expect(await outcome(file)).toMatchObject({ fault: { kind: 'entryChanged', index: 1 } })
  })
})

describe('keys', () => {
  test('another key, no key, and another file are each said', async () => {
    const other = await generateIdentity()
    await expect(openBackup(fileOf(whole), [other])).rejects.toMatchObject(
      refusal('restore.wrongKey'),
    )
    await expect(openBackup(fileOf(Buffer.from('%PDF-1.7')), [KEY.identity])).rejects.toMatchObject(
      refusal('restore.notBackup'),
    )
    for (const text of ['', '# only words', other.slice(0, -1), KEY.recipient]) {
      await expect(parseIdentities(text)).rejects.toMatchObject(refusal('restore.badKey'))
    }
    expect(await parseIdentities(`# kept in the safe\r\n\r\n${KEY.identity}\r\n`)).toEqual([
      KEY.identity,
    ])
  })

  test('a backup for nobody, for no key, or for keys of two kinds is none', async () => {
    const { reader } = installation
    const hybrid = `age1pq1${'q'.repeat(100)}`
    for (const [recipients, key] of [
      [[], 'backup.noKey'],
      [['age1example'], 'backup.badKey'],
      [[KEY.recipient, hybrid], 'backup.mixedKeys'],
    ] as const) {
      await expect(backUpFor(reader, data, { recipients })).rejects.toMatchObject(refusal(key))
    }
  })
})

describe('rows that the login may not see', () => {
  test('are never left out: there is no backup instead', async () => {
    const { owner, reader } = installation
    await expect(backUpFor(owner, data)).rejects.toMatchObject(refusal('backup.blind'))
    const force = (words: 'force' | 'no force') =>
      ask(
        reader,
        `do $$ declare one regclass; begin
           for one in select oid from pg_class where relrowsecurity loop
             execute format('alter table %s ${words} row level security', one);
           end loop;
         end $$`,
      )
    await force('no force')
    await expect(backUpFor(owner, data)).resolves.toMatchObject({ file: expect.any(String) })
    await force('force')
  })

  test('nor is anything that the copy does not know', () =>
    elsewhere(async (there) => {
      const { reader } = there
      await expect(backUpFor(reader, data)).rejects.toMatchObject(refusal('backup.nothing'))
      await restoreFrom(fileOf(whole), there)
      await ask(reader, 'select lo_create(0)')
      await expect(backUpFor(reader, data)).rejects.toThrow('large object')
      await ask(reader, 'select lo_unlink(oid) from pg_largeobject_metadata')
      await ask(reader, 'create table device (session_id uuid references session (id))')
      await expect(backUpFor(reader, data)).rejects.toThrow('device, which refers to')
    }))
})

describe('an archive', () => {
  const entry = fc.record({
    name: fc.stringMatching(/^[!-~]{1,100}$/),
    bytes: fc.uint8Array({ maxLength: 3_000 }),
  })

  test('comes back as it went, in whatever pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry), fc.integer({ min: 1, max: 700 }), async (entries, size) => {
        const packed = Buffer.concat(await collect(packTar(each(entries))))
        const found = await collect(unpackTar(each(inPieces(packed, size))))
        expect(found.map(({ name, bytes }) => [name, [...bytes]])).toEqual(
          entries.map(({ name, bytes }) => [name, [...bytes]]),
        )
      }),
    )
  })

  test('of any other bytes is refused in the same words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 3 }), noise, async (entries, { at, by }) => {
        const packed = Buffer.concat(await collect(packTar(each(entries))))
        const where = at % packed.length
        packed.writeUInt8(packed.readUInt8(where) ^ by, where)
        const found = await collect(unpackTar(each([packed]))).catch((error: unknown) => error)
        if (!Array.isArray(found)) expect(found).toMatchObject(refusal('restore.damaged'))
      }),
    )
  })

  const noise = fc.record({ at: fc.nat(100_000), by: fc.integer({ min: 1, max: 255 }) })
})

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

function inPieces(bytes: Buffer, size: number): Buffer[] {
  const pieces = Math.ceil(bytes.length / size)
  return Array.from({ length: pieces }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}
