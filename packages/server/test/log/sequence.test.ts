import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openCheckpoint } from '@vigil/core/log'
import { trustIn } from '../../src/log/key.ts'
import { isWaiting, sequence } from '../../src/log/sequence.ts'
import { startSequencer } from '../../src/log/sequencer.ts'
import { systemClock } from '../../src/ports.ts'
import { asOwner } from '../support/accounts.ts'
import { freshDatabase } from '../support/database.ts'
import { act, dataDirectory, enter, FULL, readNumbers, sequenceAll } from './installation.ts'

const { db, owner } = await freshDatabase()
const data = dataDirectory()
const elsewhere = dataDirectory()
const FILE = join(data, 'secrets/log.key')

beforeEach(() => sequenceAll(db, data))

/** An entry that is written, and committed or not when the caller says so. */
async function beginEntry(): Promise<{ end(word: 'commit' | 'rollback'): Promise<void> }> {
  const tx = await db.startTransaction().execute()
  await enter(tx)
  return { end: (word) => tx[word]().execute() }
}

async function readSeqs(): Promise<number[]> {
  const rows = await db.selectFrom('audit_entry').select('seq').orderBy('seq').execute()
  return rows.map(({ seq }) => seq)
}

describe('the sequencer', () => {
  test('numbers entries from 0 without gaps, in the order of writing', async () => {
    await act(db, 20)
    await sequenceAll(db, data)
    const numbers = await readNumbers(db)
    expect(numbers.map(({ index }) => index)).toEqual(numbers.map((_, place) => place))
    expect(numbers.map(({ seq }) => seq)).toEqual(await readSeqs())
    expect(await isWaiting(db)).toBe(false)
  })

  test('numbers an entry that was written first and committed last', async () => {
    const before = (await readNumbers(db)).length
    const slow = await beginEntry()
    await act(db, 3)
    await sequenceAll(db, data)
    expect(await readNumbers(db)).toHaveLength(before + 3)
    await slow.end('commit')
    await sequenceAll(db, data)
    const [first, , , last] = (await readNumbers(db)).slice(before)
    expect(last?.seq).toBe((first?.seq ?? 0) - 1)
    expect(await isWaiting(db)).toBe(false)
  })

  test('leaves no gap where an act was undone', async () => {
    const before = (await readNumbers(db)).length
    const undone = await beginEntry()
    await act(db, 1)
    await undone.end('rollback')
    await sequenceAll(db, data)
    expect((await readNumbers(db)).at(-1)).toMatchObject({ index: before })
    expect(await isWaiting(db)).toBe(false)
  })

  test('gives each entry one number, however many processes number at once', async () => {
    const key = await sequenceAll(db, data)
    const rounds = FULL ? 50 : 5
    for (let round = 0; round < rounds; round += 1) {
      const numbering = () => sequence(db, { key, at: systemClock.now() })
      const writing = Array.from({ length: 4 }, () => act(db, 5))
      const counts = await Promise.all([numbering(), numbering(), numbering(), ...writing])
      expect(counts).toHaveLength(7)
    }
    await sequenceAll(db, data)
    const numbers = await readNumbers(db)
    expect(numbers.map(({ index }) => index)).toEqual(numbers.map((_, place) => place))
    expect(numbers.map(({ seq }) => seq).toSorted((one, other) => one - other)).toEqual(
      await readSeqs(),
    )
  })

  test('signs what it numbered, and says which log, when, and the how-manieth checkpoint', async () => {
    await act(db, 1)
    const key = await sequenceAll(db, data)
    const rows = await db.selectFrom('log_checkpoint').selectAll().orderBy('number').execute()
    const last = rows.at(-1)
    const opened = openCheckpoint(last?.note ?? '', trustIn(key))
    expect(opened).toMatchObject({
      ok: true,
      value: {
        origin: expect.stringMatching(/^vigil\/[0-9a-f]{16}$/),
        size: (await readNumbers(db)).length,
        extensions: [`number ${rows.length - 1}`, 'at 2026-03-02T08:00:00.123Z'],
      },
    })
  })

  test('works while the server runs, and numbers the last entry before it ends', async () => {
    const said: string[] = []
    const logger = { error: (_: unknown, message?: string) => void said.push(String(message)) }
    const sequencer = startSequencer(db, { data, clock: systemClock, logger })
    await act(db, 2)
    await sequencer.stop()
    expect(await isWaiting(db)).toBe(false)
    expect(said).toEqual([])
  })
})

describe('the key of the log', () => {
  test('is nobody’s to read but its owner’s', async () => {
    await sequenceAll(db, data)
    expect(statSync(FILE).mode & 0o777).toBe(0o600)
  })

  test('cannot be another one than the log was begun with', async () => {
    const other = sequenceAll(db, elsewhere)
    await expect(other).rejects.toMatchObject({ key: 'refusal.log.otherKey' })
  })

  test('is refused where its file was spoilt, and taken again where it was put back', async () => {
    const kept = readFileSync(FILE, 'utf8')
    writeFileSync(FILE, kept.toLowerCase())
    await expect(sequenceAll(db, data)).rejects.toMatchObject({ key: 'refusal.log.badKey' })
    writeFileSync(FILE, kept)
    await expect(sequenceAll(db, data)).resolves.toMatchObject({ name: expect.any(String) })
  })
})

describe('tables of the log', () => {
  const STATEMENTS = ['log_entry', 'log_tile', 'log_checkpoint', 'log_key'].flatMap((table) => [
    `delete from ${table}`,
    `truncate ${table}`,
  ])
  const CHANGES = [
    'update log_entry set seq = -seq',
    'update log_checkpoint set size = size + 1',
    `update log_key set verifier_key = ''`,
    'update log_tile set level = level + 1',
    `update log_tile set hashes = substring(hashes from 33)`,
    `update log_tile set hashes = sha256('') || hashes`,
  ]

  test.each([...STATEMENTS, ...CHANGES])('refuse even their owner: %s', async (statement) => {
    await act(db, 2)
    await sequenceAll(db, data)
    await expect(asOwner(owner, statement)).rejects.toThrow(/log (is insert-only|only grows)/)
  })

  test('refuse the application all but adding', async () => {
    for (const statement of [...STATEMENTS, ...CHANGES.slice(0, 4)]) {
      const denied = asOwner(owner, `set role vigil_app; ${statement}`)
      await expect(denied).rejects.toThrow('permission denied')
    }
  })
})
