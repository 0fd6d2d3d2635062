import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@vigil/server/db/pool.ts'
import { migrate } from '@vigil/server/db/migrate.ts'
import { type Database, openInstallation } from '@vigil/server/database.ts'
import { type JoinedKeys, joinKeyService } from '@vigil/server/keys/service/join.ts'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const data = mkdtempSync(join(tmpdir(), 'vigil-keys-'))
const opened: { database?: Database; keys?: JoinedKeys } = {}

/** Beside what runs already, as beside a server. */
async function vigil(words: readonly string[], { input = '', language = 'en' } = {}) {
  const env = { ...process.env, LC_ALL: language, DATABASE_URL: '' }
  const child = spawn(process.execPath, [MAIN, ...words, '--data', data], { env })
  child.stdin.end(input)
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code: child.exitCode, out: out.trim(), err: err.trim() }
}

/** Two files with an identity each; the first opens the keys when they are started. */
const [first, second] = [join(data, 'first'), join(data, 'second')]

beforeAll(async () => {
  opened.database = await openInstallation({ data, databaseUrl: null })
  // Whoever comes now joins it, as beside a server.
  opened.database.announce('http://127.0.0.1:1')
  await migrate(opened.database.owner)
  for (const file of [first, second]) {
    const made = await vigil(['backup', 'keys', 'new'])
    writeFileSync(file, made.out, { mode: 0o600 })
  }
  process.env['VIGIL_KEY_CREDENTIAL'] = first
  opened.keys = await joinKeyService(data)
  delete process.env['VIGIL_KEY_CREDENTIAL']
})
afterAll(async () => {
  await opened.keys?.stop()
  await opened.database?.stop()
  rmSync(data, { recursive: true, force: true })
})

test('a custodian is added and ended by another, never the last, and the log has each act', async () => {
  const custodian = (...words: readonly string[]) => vigil(['keys', 'custodian', ...words])
  const recipients = (await vigil(['backup', 'keys', 'list'])).out.split('\n')
  const recipient = recipients.at(-1) ?? ''
  const both = 'custodian: by an identity of their own\narchive: by an identity of their own'
  expect(await custodian('add', 'archive', '--recipient', recipient, '--identity', first)).toEqual({
    code: 0,
    out: both,
    err: '',
  })
  expect(await custodian('end', 'custodian', '--identity', second)).toEqual({
    code: 0,
    out: 'archive: by an identity of their own',
    err: '',
  })
  const ended = await vigil(['unlock', '--identity', first])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toMatch(/^This is not/u)
  expect(await custodian('end', 'archive', '--identity', second)).toEqual({
    code: 1,
    out: '',
    err: 'This is the last custodian, without whom nobody opens the keys; add another first.',
  })
  if (!opened.database) throw new Error('there is no database')
  const db = openDatabase(opened.database.owner, { connections: 1 })
  const entries = await db
    .selectFrom('audit_entry')
    .select(['action', 'decision'])
    .where('object_type', '=', 'keys')
    .orderBy('seq')
    .execute()
  await db.destroy()
  expect(entries.map(({ action, decision }) => `${action} ${decision}`)).toEqual([
    'keys.addCustodian allowed',
    'keys.endCustodian allowed',
    'keys.unlock refused',
    'keys.endCustodian refused',
  ])
})

test('what is no name, no identity and no recipient is told in one sentence', async () => {
  const add = (...words: readonly string[]) => vigil(['keys', 'custodian', 'add', ...words])
  const bad = await Promise.all([
    add('<b>', '--recipient', 'age1none', '--identity', second),
    add('Binta', '--recipient', 'age1none', '--identity', join(data, 'nothing')),
    add('Binta', '--recipient', 'age1none', '--identity', second),
  ])
  expect(bad.map(({ code }) => code)).toEqual([1, 1, 1])
  const [name = '', identity = '', recipient = ''] = bad.map(({ err }) => err)
  expect(name).toMatch(/^A custodian’s name [^\n]+$/u)
  expect(identity).toMatch(/nothing holds no age identity[^\n]+$/u)
  expect(recipient).toMatch(/^This is no recipient of age[^\n]+$/u)
})
