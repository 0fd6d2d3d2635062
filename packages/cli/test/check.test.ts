import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '@vigil/server/db/pool.ts'
import { openInstallation } from '@vigil/server/database.ts'
import { joinKeyService } from '@vigil/server/keys/service/join.ts'
import { ensureLogKey } from '@vigil/server/log/key.ts'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const data = mkdtempSync(join(tmpdir(), 'vigil-check-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

function vigil(words: readonly string[], { input = '', language = 'en' } = {}) {
  const env = { ...process.env, LC_ALL: language, DATABASE_URL: '' }
  const told = spawnSync(process.execPath, [MAIN, ...words], { input, env, encoding: 'utf8' })
  return { code: told.status, out: told.stdout.trim(), err: told.stderr.trim() }
}

test('an installation without a log yet has nothing wrong with it', () => {
  const words = ['check', '--data', data]
  expect(vigil(words)).toEqual({ code: 0, out: 'The log is still empty.', err: '' })
  expect(vigil(words, { language: 'fr' }).out).toBe('Le journal est encore vide.')
})

test('a checkpoint means nothing where there is no key', () => {
  const file = join(data, 'checkpoint.txt')
  writeFileSync(file, 'nothing')
  const told = vigil(['check', '--data', data, '--checkpoint', file])
  expect(told).toMatchObject({ code: 1, out: '' })
  expect(told.err).toMatch(/^There is no key of the log in the data directory[^\n]+\.$/)
})

test('destroyed keys are compared with the log where keys are set up', async () => {
  const made = vigil(['backup', 'keys', 'new', '--data', data])
  const credential = join(data, 'credential')
  writeFileSync(credential, /^AGE-SECRET-KEY.*$/mu.exec(made.out)?.[0] ?? '', { mode: 0o600 })
  process.env['VIGIL_KEY_CREDENTIAL'] = credential
  await (await joinKeyService(data)).stop()
  delete process.env['VIGIL_KEY_CREDENTIAL']
  const database = await openInstallation({ data, databaseUrl: null })
  const db = openDatabase(database.owner, { connections: 1 })
  await ensureLogKey(db, data)
  await db.destroy()
  await database.stop()
  const agreed = 'The log is still empty.\nThe key store agrees with it: no key was destroyed.'
  expect(vigil(['check', '--data', data])).toEqual({ code: 0, out: agreed, err: '' })
})

test('an entry that never comes into the log is found', { timeout: 60_000 }, async () => {
  const input = 'a lighthouse keeps its own counsel'
  vigil(['user', 'add', 'amina', '--name', 'Amina Example', '--data', data], { input })
  expect(vigil(['check', '--data', data])).toMatchObject({ code: 0, err: '' })
  const database = await openInstallation({ data, databaseUrl: null })
  const db = openDatabase(database.owner, { connections: 1 })
  await db.deleteFrom('log_pending').execute()
  await db.destroy()
  await database.stop()
  const told = vigil(['check', '--data', data])
  expect(told).toMatchObject({ code: 1, out: '' })
  expect(told.err).toMatch(/^The entry [0-9a-f-]{36} was put into the database past the log\.$/)
})

test('the help says what the exit code means', () => {
  expect(vigil(['check', '--help']).out).toContain('1 with the first fault in one sentence')
  expect(vigil(['check', '--help'], { language: 'fr' }).out).toContain('un point de contrôle')
})
