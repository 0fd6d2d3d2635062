import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERASURE_RULES } from '@vigil/core/keys'
import { beforeAll, describe, expect, test } from 'vitest'
import { removeExpired } from '../../src/backup/folder.ts'
import { backUpKeys, restoreKeys } from '../../src/backup/key-store.ts'
import { openBackup, openKeyBackup, readStore } from '../../src/backup/opened.ts'
import { openDatabase } from '../../src/db/pool.ts'
import { listBuriedKeys } from '../../src/identities/buried-keys.ts'
import { eraseDue } from '../../src/identities/erase-due.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { backUpFor, directory, elsewhere, KEY, restoreFrom } from '../backup/support.ts'
import { CUSTODIANS, startKeys } from '../keys/support.ts'
import { problemOf, startApp } from '../support/client.ts'
import { returnAs } from '../support/people.ts'
import { sequenceAll } from '../log/installation.ts'
import { recordIncident, recordPerson, startIdentities } from './people.ts'

const started = await startIdentities()
const { db, unprotected, reader, clock, keys, data, monitor, coChair, officer } = started
const folder = directory()
const people: string[] = []
/** Files of both stores, from before and from after the erasure of the first of the people. */
const copies = { recordsBefore: '', keysBefore: '', records: '', keys: '' }

beforeAll(async () => {
  const incidentId = await recordIncident(monitor.browser)
  for (let at = 0; at < 4; at += 1) people.push(await recordPerson(monitor.browser, incidentId))
  await sequenceAll(db, data)
  copies.recordsBefore = (await backUpFor(reader, data)).file
  copies.keysBefore = await copyKeys('2026-03-02T08:00:00Z')
  await eraseFirst()
  await sequenceAll(db, data)
  copies.records = (await backUpFor(reader, data)).file
  copies.keys = await copyKeys('2026-03-12T08:00:00Z')
})

async function copyKeys(at: string): Promise<string> {
  const place = { directory: folder, recipients: [KEY.recipient], now: new Date(at) }
  return (await backUpKeys(keys.ask, place)).file
}

async function eraseFirst(): Promise<void> {
  const now = clock.now()
  const id = uuidV7(now)
  const asked = { pseudonym: people[0] ?? '', requested_by: monitor.actor.id, requested_at: now }
  const because = { ground: 'consent_withdrawn', reason: 'the mother asked for it in writing' }
  await unprotected
    .insertInto('erasure')
    .values({ id, ...asked, ...because })
    .execute()
  const approvals = [coChair, officer].map(({ actor }) => ({
    erasure_id: id,
    approver: actor.id,
    at: now,
  }))
  await unprotected.insertInto('erasure_approval').values(approvals).execute()
  clock.advance(ERASURE_RULES.waitingMs)
  expect(await eraseDue(db, started.erasing)).toBe(1)
}

interface Files {
  readonly records: string
  readonly keys: string
}

/** What is said of each of the people in an installation that was made of these two files. */
async function rehearse({ records, keys: keyFile }: Files): Promise<readonly string[]> {
  const said: string[] = []
  await elsewhere(async (place) => {
    expect(await restoreFrom(records, place)).toMatchObject({ fault: null })
    const there = openDatabase(place.owner, { connections: 2 })
    try {
      const restored = startKeys({ now: () => clock.now().getTime() })
      const destroyed = await listBuriedKeys(there)
      const open = () => openKeyBackup(keyFile, [KEY.identity])
      await restoreKeys({ ask: restored.ask, open, destroyed })
      const unlocking = { does: 'unlock', passphrase: CUSTODIANS } as const
      expect(await restored.ask(unlocking)).toMatchObject({ ok: true })
      const { app } = startApp(there, { keys: restored.ask, clock })
      const browser = await returnAs({ db: there, app, clock }, monitor.actor.id)
      for (const person of people) {
        const answer = await browser.get(`/api/identities/${person}?purpose=protection`)
        said.push(answer.status === 200 ? 'shown' : (await problemOf(answer)).code)
      }
    } finally {
      await there.destroy()
    }
  })
  return said
}

const WITHOUT_THE_FIRST = ['identity.erased', 'shown', 'shown', 'shown']

describe('an installation restored from one copy of each store', () => {
  test('shows everybody who was there when both were made', async () => {
    const files = { records: copies.recordsBefore, keys: copies.keysBefore }
    expect(await rehearse(files)).toEqual(['shown', 'shown', 'shown', 'shown'])
  })

  test('never shows who was erased: not by an old copy of the records with the newest keys', async () => {
    const files = { records: copies.recordsBefore, keys: copies.keys }
    expect(await rehearse(files)).toEqual(WITHOUT_THE_FIRST)
  })

  test('nor by old keys, which the newest records forbid to come back', async () => {
    const files = { records: copies.records, keys: copies.keysBefore }
    expect(await rehearse(files)).toEqual(WITHOUT_THE_FIRST)
  })

  test('has its records first: without them nobody knows which keys are not to come back', () =>
    elsewhere(async ({ owner }) => {
      const empty = openDatabase(owner, { connections: 1 })
      const refused = expect(listBuriedKeys(empty)).rejects
      await refused.toMatchObject({ key: 'refusal.restore.recordsFirst' })
      await empty.destroy()
    }))
})

describe('a copy of the key store', () => {
  const open = () => openKeyBackup(copies.keys, [KEY.identity])

  test('says in its name and its manifest that it is one, and is never taken for the other', async () => {
    expect(copies.keys).toMatch(/vigil-key-20260312T080000000Z\.age$/)
    expect(await readStore(copies.keys, [KEY.identity])).toBe('key')
    expect(await readStore(copies.records, [KEY.identity])).toBe('record')
    const damaged = { key: 'refusal.restore.damaged' }
    await expect(openBackup(copies.keys, [KEY.identity])).rejects.toMatchObject(damaged)
    await expect(openKeyBackup(copies.records, [KEY.identity])).rejects.toMatchObject(damaged)
  })

  test('brings nothing that was altered or cut off, and nothing into the store of others', async () => {
    const cut = join(folder, 'cut.age')
    writeFileSync(cut, readFileSync(copies.keys).subarray(0, -40))
    const empty = startKeys()
    const cutOff = restoreKeys({
      ask: empty.ask,
      destroyed: [],
      open: () => openKeyBackup(cut, [KEY.identity]),
    })
    await expect(cutOff).rejects.toMatchObject({ key: 'refusal.restore.damaged' })
    expect(await empty.ask({ does: 'status' })).toMatchObject({ value: { state: 'new', keys: 0 } })
    const others = startKeys()
    await others.ask({ does: 'setUp', passphrase: CUSTODIANS })
    await expect(restoreKeys({ ask: others.ask, open, destroyed: [] })).rejects.toMatchObject({
      key: 'refusal.restore.otherKeys',
    })
  })

  test('can be taken in twice, and is not made while the keys are wrapped anew', async () => {
    const there = startKeys()
    const once = await restoreKeys({ ask: there.ask, open, destroyed: [] })
    expect(await restoreKeys({ ask: there.ask, open, destroyed: [] })).toBe(once)
    expect(await there.ask({ does: 'status' })).toMatchObject({ value: { keys: 3 } })
    let asked = 0
    const turning: typeof keys.ask = async (request) => {
      asked += 1
      if (asked === 2) await keys.ask({ does: 'rotate' })
      return keys.ask(request)
    }
    const place = { directory: folder, recipients: [KEY.recipient], now: clock.now() }
    await expect(backUpKeys(turning, place)).rejects.toMatchObject({
      key: 'refusal.backup.keysChanged',
    })
  })

  test('goes after 30 days, and the newest never, however old', () => {
    const names = () => readdirSync(folder).filter((name) => name.startsWith('vigil-key'))
    expect(names()).toHaveLength(2)
    const now = new Date('2036-03-12T08:00:00Z')
    expect(removeExpired(folder, { now, days: 3_650 })).toEqual([
      'vigil-key-20260302T080000000Z.age',
    ])
    expect(names()).toEqual(['vigil-key-20260312T080000000Z.age'])
  })
})
