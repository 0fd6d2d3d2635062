import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBinaries } from '../../src/postgres/binaries.ts'
import { SHARED_STATE } from '../../src/postgres/copied-binaries.ts'
import { startPostgres } from '../../src/postgres/launcher.ts'
import { Refusal } from '../../src/refusal.ts'
import { temporaryDirectory, waitUntil } from '../support/vigil.ts'

const isRoot = process.geteuid?.() === 0

test.runIf(isRoot)(
  'programs that the service user cannot reach are copied to where it can',
  async () => {
    const closed = temporaryDirectory()
    chmodSync(closed, 0o700)
    const version = `test-${process.pid}`
    const copy = join(SHARED_STATE, `bin-${version}`)
    const ours = findBinaries()
    cpSync(ours.root, join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    const binaries = { ...ours, root: join(closed, 'native'), version }
    try {
      const postgres = await startPostgres({ data: join(closed, 'data'), binaries })
      expect(postgres.pid()).toBeGreaterThan(1)
      expect(existsSync(join(copy, 'bin/postgres'))).toBe(true)
      await postgres.stop()
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  },
)

test('a data directory whose path is too long for a socket still works', async () => {
  const parent = temporaryDirectory()
  chmodSync(parent, 0o755)
  const postgres = await startPostgres({ data: join(parent, 'd'.repeat(120)) })
  expect(Buffer.byteLength(String(postgres.owner.host))).toBeLessThan(80)
  await postgres.stop()
  rmSync(String(postgres.owner.host), { recursive: true })
})

test('a cluster of another major version is refused and left alone', async () => {
  const parent = temporaryDirectory()
  chmodSync(parent, 0o755)
  const data = join(parent, 'data')
  await (await startPostgres({ data })).stop()
  writeFileSync(join(data, 'postgres/PG_VERSION'), '17\n')
  const refused: unknown = await startPostgres({ data }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refusal)
  expect((refused as Refusal).key).toBe('refusal.postgres.major')
  expect((refused as Refusal).values).toMatchObject({ found: 17, expected: 18 })
})

test('a cluster that was broken off while it was made is made anew', async () => {
  const parent = temporaryDirectory()
  chmodSync(parent, 0o755)
  const data = join(parent, 'data')
  mkdirSync(join(data, 'postgres.new/base'), { recursive: true })
  const postgres = await startPostgres({ data })
  expect(existsSync(join(data, 'postgres.new'))).toBe(false)
  await postgres.stop()
})

test('a server that dies again and again is given up with one reason', async () => {
  const parent = temporaryDirectory()
  chmodSync(parent, 0o755)
  const told: unknown[] = []
  const onLost = (reason: unknown) => told.push(reason)
  const postgres = await startPostgres({ data: join(parent, 'data'), onLost })
  for (let deaths = 0; told.length === 0 && deaths < 10; deaths += 1) {
    const pid = postgres.pid()
    process.kill(pid, 'SIGKILL')
    await waitUntil(() => told.length > 0 || postgres.pid() !== pid || undefined)
  }
  expect(told).toEqual([expect.any(Refusal)])
  expect(told[0]).toMatchObject({ key: 'refusal.postgres.dies' })
  await postgres.stop()
})
