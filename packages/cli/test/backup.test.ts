import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const place = mkdtempSync(join(tmpdir(), 'vigil-backup-'))
const data = join(place, 'data')
const folder = join(place, 'usb')
const keyFile = join(place, 'recovery-key.txt')
const CUSTODIANS = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'
afterAll(() => rmSync(place, { recursive: true, force: true }))

function vigil(words: readonly string[], { input = '', language = 'en', credential = '' } = {}) {
  const settings = { LC_ALL: language, DATABASE_URL: '', VIGIL_KEY_CREDENTIAL: credential }
  const env = { ...process.env, ...settings }
  const told = spawnSync(process.execPath, [MAIN, ...words], { input, env, encoding: 'utf8' })
  return { code: told.status, out: told.stdout.trim(), err: told.stderr.trim() }
}

/** The only sentence of a refusal. */
function refusal(words: readonly string[]): string {
  const { code, out, err } = vigil(words)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).not.toContain('\n')
  return err
}

function backups(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.age'))
    .toSorted()
    .reverse()
}

beforeAll(() => {
  const input = 'a lighthouse keeps its own counsel'
  vigil(['user', 'add', 'amina', '--name', 'Amina Example', '--data', data], { input })
}, 60_000)

test('an installation goes into a file and comes out of it elsewhere', { timeout: 120_000 }, () => {
  expect(refusal(['backup', '--to', folder, '--data', data])).toMatch(/^There is no recovery key/)
  const made = vigil(['backup', 'keys', 'new', '--data', data])
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^AGE-SECRET-KEY-PQ-1[A-Z0-9]+$/),
  })
  expect(made.err).toContain('write it down twice')
  expect(vigil(['backup', 'keys', 'list', '--data', data]).out).toMatch(/^age1pq1\w+$/)
  writeFileSync(keyFile, `# recovery key\n${made.out}\n`)

  const old = join(folder, 'vigil-record-20200101T000000000Z.age')
  const written = vigil(['backup', '--to', folder, '--data', data])
  expect(written).toMatchObject({ code: 0, err: '' })
  expect(written.out).toMatch(/^\S+\.age: \d+ rows of \d+ tables, whole and on disk\.$/)
  const [name = ''] = backups()
  const file = join(folder, name)
  writeFileSync(old, 'an old one')
  writeFileSync(join(folder, 'notes.txt'), 'not ours')
  const credential = join(place, 'custodians.txt')
  writeFileSync(credential, CUSTODIANS)
  const again = ['backup', '--to', folder, '--data', data, '--keep', '30', '--json']
  const kept = vigil(again, { credential })
  // Of the keys: whose they are, who opens them, and the key that wraps all others.
  expect(JSON.parse(kept.out)).toMatchObject({
    file: expect.stringMatching(/vigil-record-/),
    keys: { file: expect.stringMatching(/vigil-key-\w+\.age$/), lines: 3 },
    removed: ['vigil-record-20200101T000000000Z.age'],
  })
  expect(readdirSync(folder)).toContain('notes.txt')
  expect(existsSync(old)).toBe(false)

  const fresh = join(place, 'fresh')
  const restored = vigil(['restore', file, '--key', keyFile, '--data', fresh, '--json'])
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(restored.out)).toMatchObject({ rows: expect.any(Number) })
  expect(vigil(['user', 'list', '--data', fresh]).out).toMatch(/^amina\tAmina Example/)
  expect(vigil(['backup', 'keys', 'list', '--data', fresh]).out).toMatch(/^age1pq1\w+$/)
  const keys = join(folder, backups().find((one) => one.startsWith('vigil-key')) ?? '')
  const given = vigil(['restore', keys, '--key', keyFile, '--data', fresh])
  expect(given).toMatchObject({ code: 0, err: '' })
  expect(given.out).toMatch(/^Restored the key store: 0 keys live\. The keys are sealed/)
  const anew = vigil(['backup', '--store', 'keys', '--to', join(place, 'safe'), '--data', fresh])
  expect(anew.out).toMatch(/^\S+vigil-key-\w+\.age: the key store, whole and on disk\.$/)
})

test('what does not open makes no installation', { timeout: 60_000 }, () => {
  const fresh = join(place, 'untouched')
  const [name = ''] = backups()
  const file = join(folder, name)
  const whole = readFileSync(file)
  const words = (path: string) => ['restore', path, '--key', keyFile, '--data', fresh]
  expect(refusal(words(join(place, 'missing.age')))).toContain('missing.age')
  expect(refusal(words(keyFile))).toBe('The file is not a backup of Vigil.')
  const wrong = join(place, 'wrong.txt')
  writeFileSync(wrong, CUSTODIANS)
  expect(refusal(['restore', file, '--key', wrong, '--data', fresh])).toMatch(
    /^The key given does not/,
  )
  writeFileSync(join(place, 'cut.age'), whole.subarray(0, 2_000))
  expect(refusal(words(join(place, 'cut.age')))).toMatch(/^The backup was altered or cut off/)
  expect(existsSync(fresh)).toBe(false)
})

test('wrong words are told as everywhere', () => {
  expect(vigil(['backup', '--keep', 'long'])).toMatchObject({ code: 2 })
  expect(vigil(['backup', '--store', 'some'])).toMatchObject({ code: 2 })
  expect(vigil(['restore', 'some.age'])).toMatchObject({ code: 2 })
  expect(vigil(['backup', '--help'], { language: 'fr' }).out).toContain('sauvegarde')
})
