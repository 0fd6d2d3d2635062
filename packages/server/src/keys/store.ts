import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { z } from 'zod'

const MIGRATIONS = join(import.meta.dirname, '../../key-migrations')

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const Custody = z.object({ recipient: z.string() })
/**
 * Who opens the keys: their own identity under their passphrase, null where they keep it themselves; and
 * the root's identity sealed to theirs, null where theirs is the root's.
 */
const Custodian = z.object({
  name: z.string(),
  recipient: z.string(),
  identity: Bytes.nullable(),
  root: Bytes.nullable(),
  since: z.int(),
})
const Kek = z.object({ id: z.string(), sealed: Bytes, made_at: z.int() })
/** A key of a record; `kek` null: sealed to the recipient until somebody unlocks. */
const DataKey = z.object({ id: z.string(), kek: z.string().nullable(), wrapped: Bytes })
const Id = z.object({ id: z.string() })
/** Which keys belong to one record; `retired_at` null while values are encrypted under the key. */
const Member = z.object({ id: z.string(), family: z.string(), retired_at: z.int().nullable() })
/** A destroyed key, and the signed note by which the log knows of it; null until it is known. */
const Destroyed = z.object({ id: z.string(), at: z.int(), tombstone: z.string().nullable() })
const Moment = z.object({ at: z.int() })
const Version = z.object({ user_version: z.int() })

type Custody = z.infer<typeof Custody>
export type Custodian = z.infer<typeof Custodian>
type Kek = z.infer<typeof Kek>
export type DataKey = z.infer<typeof DataKey>
type Member = z.infer<typeof Member>
type Destroyed = z.infer<typeof Destroyed>

/** One opening of a key, for the journal. */
interface Opening {
  readonly at: number
  readonly keyId: string
  readonly actor: string
  readonly purpose: string
}

/** The key store: a file that this process alone has open. Each call is one transaction on disk. */
export type KeyStore = ReturnType<typeof openKeyStore>

/**
 * Opens the key store in `file`, made new where there is none. What is deleted is overwritten with
 * zeros; two processes cannot have it open at the same time. Throws on a store of a newer Vigil.
 */
export function openKeyStore(file: string) {
  const db = new DatabaseSync(file)
  db.exec('pragma locking_mode = exclusive; pragma secure_delete = on; pragma foreign_keys = on')
  db.exec('pragma journal_mode = wal; pragma synchronous = full')
  migrate(db)
  return {
    ...ofCustody(db),
    ...ofKeys(db),
    ...ofFamilies(db),
    ...ofDestroyed(db),
    ...ofOpenings(db),
    together: (work: () => void) => within(db, work),
    /** What was deleted is overwritten in what SQLite wrote ahead, too. */
    settle: () => db.exec('pragma wal_checkpoint(truncate)'),
    close: () => db.close(),
  }
}

type Values = readonly SQLInputValue[]

function read<Row extends z.ZodType>(
  db: DatabaseSync,
  [sql, ...values]: readonly [string, ...Values],
  row: Row,
): z.infer<Row>[] {
  return z.array(row).parse(db.prepare(sql).all(...values))
}

function write(db: DatabaseSync, sql: string, values: Values): void {
  db.prepare(sql).run(...values)
}

function ofCustody(db: DatabaseSync) {
  return {
    findCustody: () => read(db, ['select recipient from custody'], Custody)[0],
    setCustody: ({ recipient }: Custody) =>
      write(db, 'insert or replace into custody values (1, ?)', [recipient]),
    listCustodians: () => read(db, ['select * from custodian order by since, name'], Custodian),
    /** Adds a custodian, or takes the place of the one of this name. */
    setCustodian: ({ name, recipient, identity, root, since }: Custodian) => {
      const sql = 'insert or replace into custodian values (?, ?, ?, ?, ?)'
      write(db, sql, [name, recipient, identity, root, since])
    },
    removeCustodian: (name: string) => write(db, 'delete from custodian where name = ?', [name]),
    listKeks: () => read(db, ['select * from kek order by made_at'], Kek),
    addKek: ({ id, sealed, made_at }: Kek) =>
      write(db, 'insert into kek values (?, ?, ?)', [id, sealed, made_at]),
    removeKek: (id: string) => write(db, 'delete from kek where id = ?', [id]),
  }
}

function ofKeys(db: DatabaseSync) {
  return {
    findKey: (id: string) => read(db, ['select * from data_key where id = ?', id], DataKey)[0],
    /** Throws where the id is in use, or was. */
    addKey({ id, kek, wrapped }: DataKey) {
      if (isDestroyed(db, id)) throw new Error('A destroyed key does not come back')
      write(db, 'insert into data_key values (?, ?, ?)', [id, kek, wrapped])
    },
    /** Those after `after` in the order of their ids, at most `most`. */
    listKeys: (after: string, most: number) =>
      read(db, ['select * from data_key where id > ? order by id limit ?', after, most], DataKey),
    listWaiting: () => read(db, ['select * from data_key where kek is null'], DataKey),
    rewrap: ({ id, kek, wrapped }: DataKey) =>
      write(db, 'update data_key set kek = ?, wrapped = ? where id = ?', [kek, wrapped, id]),
    listIds: () => read(db, ['select id from data_key order by id'], Id).map(({ id }) => id),
  }
}

function ofFamilies(db: DatabaseSync) {
  const familyOf = (id: string): readonly string[] => {
    const sql = `select id from key_family
      where family in (select family from key_family where id = ?) order by id`
    const ids = read(db, [sql, id], Id).map((row) => row.id)
    return ids.length === 0 ? [id] : ids
  }
  const addMember = ({ id, family, retired_at }: Member) => {
    const sql = `insert into key_family values (?, ?, ?)
      on conflict do update set retired_at = coalesce(retired_at, excluded.retired_at)`
    write(db, sql, [id, family, retired_at])
  }
  return {
    /** All keys of the same record, itself among them. */
    familyOf,
    addMember,
    /** Puts `id` into the family of `other`; doing it again changes nothing. */
    joinFamily(id: string, other: string) {
      const sql = 'select * from key_family where id = ?'
      const family = read(db, [sql, other], Member)[0]?.family ?? other
      within(db, () => {
        for (const member of [other, id]) addMember({ id: member, family, retired_at: null })
      })
    },
    retire: (id: string, at: number) =>
      write(db, 'update key_family set retired_at = coalesce(retired_at, ?) where id = ?', [
        at,
        id,
      ]),
    listMembers: () => read(db, ['select * from key_family order by id'], Member),
    countRetired: () =>
      read(
        db,
        ['select id from data_key join key_family using (id) where retired_at is not null'],
        Id,
      ).length,
  }
}

function ofDestroyed(db: DatabaseSync) {
  const markDestroyed = ({ id, at, tombstone }: Destroyed) => {
    write(db, 'delete from data_key where id = ?', [id])
    const sql = `insert into destroyed_key values (?, ?, ?)
      on conflict do update set tombstone = coalesce(tombstone, excluded.tombstone)`
    write(db, sql, [id, at, tombstone])
  }
  return {
    isDestroyed: (id: string) => isDestroyed(db, id),
    markDestroyed,
    /** Overwritten with zeros in the store, and in what SQLite wrote ahead. */
    destroyKey(id: string, at: number) {
      within(db, () => markDestroyed({ id, at, tombstone: null }))
      db.exec('pragma wal_checkpoint(truncate)')
    },
    listDestroyed: () => read(db, ['select * from destroyed_key order by id'], Destroyed),
  }
}

function ofOpenings(db: DatabaseSync) {
  return {
    enterOpening({ at, keyId, actor, purpose }: Opening) {
      const sql = 'insert into opened (at, key_id, actor, purpose) values (?, ?, ?, ?)'
      write(db, sql, [at, keyId, actor, purpose])
    },
    openingsSince(actor: string, since: number): number[] {
      const sql = 'select at from opened where actor = ? and at > ?'
      return read(db, [sql, actor, since], Moment).map(({ at }) => at)
    },
  }
}

function isDestroyed(db: DatabaseSync, id: string): boolean {
  return read(db, ['select id from destroyed_key where id = ?', id], Id).length > 0
}

function within(db: DatabaseSync, work: () => void): void {
  if (db.isTransaction) return work()
  db.exec('begin immediate')
  try {
    work()
    db.exec('commit')
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}

/** Numbered files, forward only; how many were applied stands in the file itself. */
function migrate(db: DatabaseSync): void {
  const names = readdirSync(MIGRATIONS).toSorted()
  const { user_version: applied } = Version.parse(db.prepare('pragma user_version').get())
  if (applied > names.length) throw new Error('The key store was made by a newer Vigil')
  names.slice(applied).forEach((name, place) => {
    within(db, () => {
      db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'))
      db.exec(`pragma user_version = ${applied + place + 1}`)
    })
  })
}
