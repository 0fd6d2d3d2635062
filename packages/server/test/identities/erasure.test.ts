import { randomUUID } from 'node:crypto'
import { Erasure, ErasureList, IdentityHistory, LogPage } from '@vigil/contract/schemas'
import { ERASURE_RULES, verifyAbsence } from '@vigil/core/keys'
import { formatNote, signNote } from '@vigil/core/log'
import { describe, expect, test } from 'vitest'
import { createDeviceClocks } from '../../src/clock/devices.ts'
import { findDoubt } from '../../src/clock/doubt.ts'
import { checkTombstones } from '../../src/identities/check-tombstones.ts'
import { eraseDue } from '../../src/identities/erase-due.ts'
import type { StoreLine } from '../../src/keys/protocol.ts'
import { signWith } from '../../src/log/crypto.ts'
import type { Browser } from '../support/client.ts'
import { problemOf } from '../support/client.ts'
import { recordIncident, recordPerson, startIdentities } from './people.ts'

const FULL = process.env['VIGIL_TORTURE'] === '1'
const started = await startIdentities()
const {
  db,
  unprotected,
  clock,
  keys,
  erasing: around,
  monitor,
  coChair,
  officer,
  elsewhere,
} = started
const incidentId = await recordIncident(monitor.browser)

const REQUEST = { ground: 'consent_withdrawn', reason: 'the mother asked for it in writing' }

function post(browser: Browser, path: string, body?: unknown): Promise<Response> {
  return browser.json('POST', path, body)
}

async function codeOf(answer: Promise<Response>): Promise<string> {
  return (await problemOf(await answer)).code
}

async function ask(person: string): Promise<string> {
  await refresh()
  const answer = await post(monitor.browser, `/api/identities/${person}/erasure`, REQUEST)
  expect(answer.status).toBe(201)
  return Erasure.parse(await answer.json()).id
}

async function approve(browser: Browser, id: string): Promise<Erasure> {
  return Erasure.parse(await (await post(browser, `/api/erasures/${id}/approval`)).json())
}

/** Everybody has just signed in, as decisions on erasures ask. */
async function refresh(): Promise<void> {
  const now = clock.now()
  await unprotected
    .updateTable('session')
    .set({ created_at: now, last_used_at: now, proven_at: now })
    .execute()
}

async function pass(milliseconds: number): Promise<void> {
  clock.advance(milliseconds)
  await refresh()
}

async function open(person: string): Promise<string> {
  const answer = await monitor.browser.get(`/api/identities/${person}?purpose=protection`)
  return answer.status === 200 ? 'shown' : (await problemOf(answer)).code
}

describe('an erasure', () => {
  test('takes two others and seven days; then the key is gone, provably, and the log says so', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    const id = await ask(person)
    expect(await codeOf(post(monitor.browser, `/api/identities/${person}/erasure`, REQUEST))).toBe(
      'erasure.underWay',
    )
    expect(await codeOf(post(monitor.browser, `/api/erasures/${id}/approval`))).toBe(
      'access.denied',
    )
    expect(await codeOf(post(elsewhere.browser, `/api/erasures/${id}/approval`))).toBe(
      'erasure.unknown',
    )
    expect(await approve(coChair.browser, id)).toMatchObject({ state: 'awaiting_approval' })
    expect(await codeOf(post(coChair.browser, `/api/erasures/${id}/approval`))).toBe(
      'erasure.approvedAlready',
    )
    expect(await approve(officer.browser, id)).toMatchObject({ state: 'waiting' })
    await pass(ERASURE_RULES.waitingMs - 1)
    expect([await eraseDue(db, around), await open(person)]).toEqual([0, 'shown'])
    await pass(1)
    expect([await eraseDue(db, around), await open(person)]).toEqual([1, 'identity.erased'])

    const list = ErasureList.parse(await (await officer.browser.get('/api/erasures')).json())
    const done = list.erasures.find((one) => one.id === id)
    expect(done?.state).toBe('destroyed')
    expect(holds(done)).toBe(true)
    const entries = await db
      .selectFrom('audit_entry')
      .select(['action'])
      .where('object_id', '=', id)
      .where('decision', '=', 'allowed')
      .orderBy('seq')
      .execute()
    expect(entries.map(({ action }) => action)).toEqual([
      'identity.erase',
      'identity.approve',
      'identity.approve',
      'identity.tombstone',
      'identity.destroyed',
    ])
    const path = `/api/identities/${person}/history?purpose=protection`
    const history = IdentityHistory.parse(await (await monitor.browser.get(path)).json())
    expect(history.changes.at(-1)).toMatchObject({ what: 'erased' })
    expect(await codeOf(post(coChair.browser, `/api/erasures/${id}/revocation`))).toBe(
      'erasure.over',
    )
  })

  test('stands in the log under what was erased, and by its id from the request on', async () => {
    const id = await ask(await recordPerson(monitor.browser, incidentId))
    await approve(coChair.browser, id)
    await approve(officer.browser, id)
    await pass(ERASURE_RULES.waitingMs)
    expect(await eraseDue(db, around)).toBe(1)
    const read = async (query: string) => {
      const text = await (await officer.browser.get(`/api/log?${query}`)).text()
      expect(text).not.toContain('Canari')
      return LogPage.parse(JSON.parse(text)).entries.filter(({ object }) => object?.id === id)
    }
    const ended = ['identity.destroyed', 'identity.tombstone']
    const erased = await read('view=erased')
    expect(erased.map(({ action }) => action)).toEqual(ended)
    const all = await read(`record=${id}`)
    expect(all.map(({ action }) => action).slice(0, 2)).toEqual(ended)
    expect(all.slice(2)).toMatchObject([
      { action: 'identity.approve', person: { name: 'officer' } },
      { action: 'identity.approve', person: { name: 'co-chair' } },
      { action: 'identity.erase', person: { name: 'monitor' } },
    ])
  })

  test('is never approved by who asked for it', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    await refresh()
    const answer = await post(coChair.browser, `/api/identities/${person}/erasure`, REQUEST)
    const { id } = Erasure.parse(await answer.json())
    expect(await codeOf(post(coChair.browser, `/api/erasures/${id}/approval`))).toBe(
      'erasure.requester',
    )
  })

  test('can be revoked until the last moment, and asked for again', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    const id = await ask(person)
    await approve(coChair.browser, id)
    await approve(officer.browser, id)
    await pass(ERASURE_RULES.waitingMs)
    expect((await post(officer.browser, `/api/erasures/${id}/revocation`)).status).toBe(200)
    expect([await eraseDue(db, around), await open(person)]).toEqual([0, 'shown'])
    expect(await ask(person)).not.toBe(id)
  })

  test('waits for a hold to be lifted, and for a clock that can be trusted', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    const hold = (held: boolean) =>
      post(coChair.browser, `/api/identities/${person}/hold`, { held, reason: 'a court has asked' })
    const id = await ask(person)
    await approve(coChair.browser, id)
    await approve(officer.browser, id)
    await pass(ERASURE_RULES.waitingMs)
    expect((await hold(true)).status).toBe(200)
    expect([await eraseDue(db, around), await open(person)]).toEqual([0, 'shown'])
    expect((await hold(false)).status).toBe(200)
    const doubtAt = (hours: number) => {
      const now = new Date(clock.now().getTime() + hours * 3_600_000)
      return findDoubt({ db, clock: { now: () => now }, devices: createDeviceClocks() })
    }
    expect([await doubtAt(-1), await doubtAt(0)]).toEqual(['before_log', null])
    const inDoubt = { ...around, mayGoOn: async () => (await doubtAt(-1)) === null }
    expect([await eraseDue(db, inDoubt), await open(person)]).toEqual([0, 'shown'])
    expect([await eraseDue(db, around), await open(person)]).toEqual([1, 'identity.erased'])
  })

  test('that was stopped between tombstone and key is done at the next turn', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    const id = await ask(person)
    await approve(coChair.browser, id)
    await approve(officer.browser, id)
    await pass(ERASURE_RULES.waitingMs)
    const stopped = { ...around, keys: () => Promise.reject(new Error('killed')) }
    await expect(eraseDue(db, stopped)).rejects.toThrow('killed')
    expect(await open(person)).toBe('identity.erased')
    expect(await codeOf(post(officer.browser, `/api/erasures/${id}/revocation`))).toBe(
      'erasure.over',
    )
    expect(await eraseDue(db, around)).toBe(1)
  })
})

type Line = Extract<StoreLine, { readonly kind: 'destroyed' }>

/** Compares both, where somebody has changed what the key store says of destroyed keys. */
async function check(change: (lines: Line[]) => Line[] = (lines) => lines) {
  const changing: typeof keys.ask = async (request) => {
    const answer = await keys.ask(request)
    if (!answer.ok || !('lines' in answer.value)) return answer
    const lines = change(answer.value.lines.filter((line) => line.kind === 'destroyed'))
    return { ...answer, value: { ...answer.value, lines } }
  }
  return checkTombstones(db, { ask: changing, key: await around.signer() })
}

async function eraseOne(): Promise<string> {
  const id = await ask(await recordPerson(monitor.browser, incidentId))
  await approve(coChair.browser, id)
  await approve(officer.browser, id)
  await pass(ERASURE_RULES.waitingMs)
  return id
}

async function keyOf(id: string): Promise<string> {
  const row = unprotected.selectFrom('erasure').select('key_id').where('id', '=', id)
  return (await row.executeTakeFirstOrThrow()).key_id ?? ''
}

describe('key store and log', () => {
  test('agree about every erasure, and each fault of either is named', async () => {
    const id = await eraseOne()
    expect(await eraseDue(db, around)).toBe(1)
    const key = await keyOf(id)
    const destroyed = keys.store.listDestroyed()
    expect(await check()).toEqual({ destroyed: destroyed.length, fault: null })
    const other = destroyed.find((one) => one.id !== key)?.tombstone ?? null
    const put = (tombstone: string | null) => (lines: Line[]) =>
      lines.map((line) => (line.id === key ? { ...line, tombstone } : line))
    const own = destroyed.find((one) => one.id === key)?.tombstone ?? ''
    expect(own).toContain(`erasure ${id}`)
    const altered = { fault: { kind: 'tombstoneAltered', key } }
    expect(await check(put(own.replace('entry', 'Entry')))).toMatchObject(altered)
    expect(await check(put(null))).toMatchObject(altered)
    const untold = { fault: { kind: 'entryWithoutTombstone', erasure: id } }
    expect(await check((lines) => lines.filter((line) => line.id !== key))).toMatchObject(untold)
    expect(await check(put(other))).toMatchObject(untold)

    const signer = await around.signer()
    const unknown = own.replace(/entry .*/u, `entry ${randomUUID()}`).split('\n\n')[0] ?? ''
    const note = { text: `${unknown}\n`, signatures: [] }
    const forged = formatNote(signNote(note, signer, signWith(signer.seed)))
    const unheard = { fault: { kind: 'tombstoneWithoutEntry', key } }
    expect(await check(put(forged))).toMatchObject(unheard)
  })

  test('come to agree about what was destroyed before tombstones were signed', async () => {
    const id = await eraseOne()
    const early: typeof keys.ask = async (request) => {
      if ('tombstone' in request) await keys.provider.destroy(request.keyId)
      throw new Error('killed')
    }
    await expect(eraseDue(db, { ...around, keys: early })).rejects.toThrow('killed')
    const row = unprotected.updateTable('erasure').where('id', '=', id)
    await row.set({ tombstone: null, destroyed_at: clock.now() }).execute()
    const key = await keyOf(id)
    expect(await check()).toMatchObject({ fault: { kind: 'tombstoneAltered', key } })
    expect(await eraseDue(db, around)).toBe(0)
    expect(await check()).toMatchObject({ fault: null })
  })
})

test('an old copy of the records brings none of the erased back, and all of the others', async () => {
  const [all, gone] = FULL ? [1_000, 100] : [30, 3]
  const people: string[] = []
  for (let at = 0; at < all; at += 1) people.push(await recordPerson(monitor.browser, incidentId))
  const TABLES = ['identity.person', 'identity.sealed_field'] as const
  const copy = await Promise.all(
    TABLES.map((table) => unprotected.selectFrom(table).selectAll().execute()),
  )
  const erased = people.filter((_, at) => at % (all / gone) === 0)
  for (const person of erased) {
    const id = await ask(person)
    await approve(coChair.browser, id)
    await approve(officer.browser, id)
  }
  await pass(ERASURE_RULES.waitingMs)
  expect(await eraseDue(db, around)).toBe(gone)

  await unprotected.deleteFrom('identity.person').execute()
  await unprotected
    .insertInto('identity.person')
    .values(copy[0] as never)
    .execute()
  await unprotected
    .insertInto('identity.sealed_field')
    .values(copy[1] as never)
    .execute()
  // A copy of that day does not know of the erasures either.
  await unprotected.deleteFrom('erasure_approval').execute()
  await unprotected.deleteFrom('erasure').execute()
  const seen = new Map<string, string[]>()
  for (const person of people) {
    await pass(60_000)
    const said = await open(person)
    seen.set(said, [...(seen.get(said) ?? []), person])
  }
  expect(seen.get('identity.erased')).toEqual(erased)
  expect(seen.get('shown')).toHaveLength(all - gone)
})

function holds(done: Erasure | undefined): boolean {
  if (!done?.proof || !done.keyId) return false
  const { size, root, below, above } = done.proof
  const decode = (one: typeof below) =>
    one && { ...one, path: one.path.map((hash) => Buffer.from(hash, 'base64')) }
  const head = { size, root: Buffer.from(root, 'base64') }
  return verifyAbsence(head, done.keyId, { below: decode(below), above: decode(above) })
}
