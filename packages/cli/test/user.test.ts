import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const PASSPHRASE = 'a lighthouse keeps its own counsel'
const data = mkdtempSync(join(tmpdir(), 'vigil-user-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

function user(words: readonly string[], { input = '', language = 'en', logLevel = 'info' } = {}) {
  const environment = {
    ...process.env,
    LC_ALL: language,
    DATABASE_URL: '',
    VIGIL_LOG_LEVEL: logLevel,
  }
  const told = spawnSync(process.execPath, [MAIN, 'user', ...words], {
    input,
    env: environment,
    encoding: 'utf8',
  })
  return { code: told.status, out: told.stdout.trim(), err: told.stderr.trim() }
}

test('people are added, listed and given new passphrases from the command line', () => {
  const add = ['add', 'amina', '--name', 'Amina Example', '--data', data]
  expect(user(add, { input: `${PASSPHRASE}\n` })).toEqual({
    code: 0,
    out: 'amina may sign in now.',
    err: '',
  })
  expect(user(add, { input: PASSPHRASE, language: 'fr_FR.UTF-8' })).toEqual({
    code: 1,
    out: '',
    err: 'Quelqu’un se connecte déjà sous le nom amina\u00a0; choisissez-en un autre.',
  })
  expect(user(['list', '--data', data]).out).toBe('amina\tAmina Example\tsecretariat')
  const renewal = user(['passphrase', 'Amina', '--data', data], { input: `another ${PASSPHRASE}` })
  expect(renewal).toMatchObject({ code: 0, err: '' })
})

test.each([
  [['add', 'b', '--name', 'B'], 1, 'The name to sign in with: This does not have the form'],
  [['add', 'bakari', '--name', ' '], 1, 'The name: This is missing.'],
  [['add', 'bakari', '--name', 'Bakari'], 1, 'The passphrase: A passphrase has at least 15'],
  [['invite', '--name', ' ', '--roles', 'monitor'], 1, 'The name: This is missing.'],
  [['invite', '--name', 'B'], 2, '--roles'],
  [['end', 'bakari', '--reason', 'gone'], 1, 'Say why in at least ten characters'],
  [['end', 'bakari', '--reason', 'gone for good'], 1, 'Nobody signs in as bakari'],
  [['add', 'bakari'], 2, '--name'],
  [['add', 'bakari', '--name', 'B', '--roles', 'king'], 2, '--roles'],
  [['add', 'bakari', '--name', 'B', '--operation', 'Two words'], 2, '--operation'],
  [['add', 'bakari', '--name', 'B', '--entity', 'nobody'], 2, '--entity'],
  [['add', '--name', 'B'], 2, 'sign-in-name'],
])('what is wrong is said in one sentence: %j', (words, code, sentence) => {
  const told = user([...words, '--data', data], { input: 'short\n' })
  expect(told).toMatchObject({ code, out: '', err: expect.stringContaining(sentence) })
  expect(told.err.split('\n')).toHaveLength(1)
})

test('who keeps accounts is never given a role that reads what was recorded', () => {
  const words = ['add', 'bakari', '--name', 'B', '--roles', 'administrator,monitor', '--data', data]
  const told = user(words, { input: PASSPHRASE })
  expect(told).toMatchObject({ code: 1, out: '' })
  expect(told.err).toMatch(/^One person cannot be administrator and monitor[^\n]+\.$/)
})

test('a role can be for one operation, some of its regions and one entity', () => {
  const where = ['--operation', 'aldonia', '--regions', 'coast, north', '--entity', 'unicef']
  const words = ['add', 'chiara', '--name', 'Chiara', '--roles', 'focal_point', ...where]
  const told = user([...words, '--data', data], { input: PASSPHRASE })
  expect(told).toMatchObject({ code: 0, err: '' })
  expect(user(['list', '--data', data]).out).toContain('chiara\tChiara\tfocal_point')
})

test('roles are given and taken away, and each says so', () => {
  const where = ['--operation', 'aldonia', '--until', '2099-12-31', '--data', data]
  const given = user(['grant', 'amina', '--roles', 'monitor,focal_point', ...where])
  expect(given).toEqual({ code: 0, out: 'amina now has: monitor, focal_point.', err: '' })
  expect(user(['list', '--data', data]).out).toContain('secretariat,focal_point,monitor')
  const excluded = user(['grant', 'amina', '--roles', 'auditor', '--data', data])
  expect(excluded).toMatchObject({ code: 1, out: '' })
  expect(excluded.err).toMatch(/^One person cannot be focal_point and auditor/)
  const taken = user(['revoke', 'amina', '--roles', 'monitor,focal_point', '--data', data])
  expect(taken).toEqual({ code: 0, out: 'amina no longer has: monitor, focal_point.', err: '' })
  expect(user(['list', '--data', data]).out).not.toContain('monitor')
})

test.each([
  [['grant', 'nobody', '--roles', 'monitor'], 1, 'Nobody signs in as nobody'],
  [['revoke', 'nobody', '--roles', 'monitor'], 1, 'Nobody signs in as nobody'],
  [['revoke', 'amina', '--roles', 'co_chair'], 1, 'amina has none of these roles'],
  [
    ['grant', 'amina', '--roles', 'monitor', '--from', '2031-02-01', '--until', '2031-01-31'],
    1,
    'The first day (2031-02-01) is after the last (2031-01-31)',
  ],
  [['grant', 'amina'], 2, '--roles'],
  [['grant', 'amina', '--roles', 'monitor', '--until', 'tomorrow'], 2, '--until'],
])('what cannot be granted or taken is said: %j', (words, code, sentence) => {
  const told = user([...words, '--data', data])
  expect(told).toMatchObject({ code, out: '', err: expect.stringContaining(sentence) })
})

test('a seat needs co-chairs, an entity and the word that the person is staff', () => {
  const seat = ['grant', 'chiara', '--roles', 'co_chair', '--operation', 'aldonia', '--data', data]
  expect(user(seat).err).toContain('--un-staff')
  expect(user([...seat, '--un-staff']).err).toContain('--entity')
  const whole = [...seat, '--un-staff', '--entity', 'unicef']
  expect(user(whole).err).toMatch(/^unicef does not co-chair aldonia on [^\n]+\.$/)
  const sets = ['co-chairs', 'aldonia', '--from', '2024-01-01', '--data', data, '--entities']
  expect(user([...sets, 'unicef']).err).toMatch(/at least two/)
  expect(user([...sets, 'unicef,mission'])).toEqual({
    code: 0,
    out: 'From 2024-01-01 on, these co-chair aldonia: unicef, mission.',
    err: '',
  })
  expect(user(whole)).toMatchObject({ code: 0, err: '' })
})

test('somebody is invited by a code that is printed alone', () => {
  const invite = ['invite', '--name', 'Dina Example', '--data', data]
  const told = user([...invite, '--roles', 'monitor', '--second-of', 'amina'])
  expect(told).toMatchObject({ code: 0 })
  expect(told.out).toMatch(/^(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
  expect(told.err).toBe(
    'Dina Example is invited. Hand this code over in person; it holds for 72 hours and once.',
  )
  const nobody = user([...invite, '--roles', 'monitor', '--second-of', 'nobody'])
  expect(nobody).toMatchObject({ code: 1, out: '', err: expect.stringContaining('nobody') })
})

test('an account is recovered on the machine, for a stated reason', () => {
  const recover = ['recover', 'amina', '--data', data, '--reason']
  const told = user([...recover, 'Every device was lost'])
  expect(told).toMatchObject({ code: 0, err: expect.stringContaining('Hand this code over') })
  expect(told.out).toMatch(/^(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
  expect(user([...recover, 'short'])).toMatchObject({ code: 1, out: '' })
})

test('a fault of our own is told in one sentence, and with its place only where asked for', () => {
  const spoilt = join(data, 'spoilt')
  mkdirSync(join(spoilt, 'secrets/postgres.json'), { recursive: true })
  const words = ['list', '--data', spoilt]
  const told = user(words)
  expect(told).toMatchObject({ code: 1, out: '' })
  expect(told.err).toMatch(/^Vigil stumbled over a fault of its own \(Error EISDIR\); [^\n]+\.$/)
  expect(user(words, { logLevel: 'debug' }).err).toMatch(/\n {4}at /)
})

test('the help shows examples', () => {
  expect(user(['--help']).out).toContain('./vigil user add amina')
  expect(user(['add', '--help'], { language: 'fr' }).out).toContain('le nom que voient les autres')
})
