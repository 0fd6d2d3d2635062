import { Identity, IdentityHistory } from '@vigil/contract/schemas'
import { ERASURE_RULES } from '@vigil/core/keys'
import type { SensitivityClass } from '@vigil/core/policy'
import { describe, expect, test } from 'vitest'
import { listBuriedKeys } from '../../src/identities/buried-keys.ts'
import { eraseDue } from '../../src/identities/erase-due.ts'
import { reencryptDue } from '../../src/identities/reencrypt.ts'
import { findHeldPerson, openPerson } from '../../src/identities/store.ts'
import type { AskKeys } from '../../src/keys/protocol.ts'
import { uuidV7 } from '../../src/uuid.ts'
import { CUSTODIANS } from '../keys/support.ts'
import { problemOf } from '../support/client.ts'
import { CONTENT, recordIncident, recordPerson, startIdentities } from './people.ts'

const started = await startIdentities()
const { db, unprotected, clock, keys, erasing, monitor, coChair, officer } = started
const around = { keys: keys.ask, clock }
const PATH = '?purpose=protection'

/** An incident of class S1 with one person in it. */
async function recordOne() {
  const incidentId = await recordIncident(monitor.browser)
  return { incidentId, person: await recordPerson(monitor.browser, incidentId) }
}

async function classify(incidentId: string, to: SensitivityClass): Promise<void> {
  await refresh()
  const body = { class: to, reason: 'what happened is worse than was known' }
  const answer = await coChair.browser.json('PATCH', `/api/incidents/${incidentId}/class`, body)
  expect(answer.status).toBe(200)
}

/** Everybody has just signed in, and opens as many as one may. */
async function refresh(): Promise<void> {
  clock.advance(60_000)
  const now = clock.now()
  await unprotected
    .updateTable('session')
    .set({ created_at: now, last_used_at: now, proven_at: now })
    .execute()
}

async function open(person: string): Promise<unknown> {
  await refresh()
  const answer = await monitor.browser.get(`/api/identities/${person}${PATH}`)
  if (answer.status !== 200) return (await problemOf(answer)).code
  return Identity.parse(await answer.json()).content
}

function held(person: string) {
  return unprotected
    .selectFrom('identity.person')
    .selectAll()
    .where('pseudonym', '=', person)
    .executeTakeFirstOrThrow()
}

function sealedOf(person: string) {
  return unprotected
    .selectFrom('identity.sealed_field')
    .selectAll()
    .where('pseudonym', '=', person)
    .execute()
}

/** Puts back what once stood in the store, row and fields. */
async function putBack(
  row: Awaited<ReturnType<typeof held>>,
  fields: Awaited<ReturnType<typeof sealedOf>>,
): Promise<void> {
  const { pseudonym, ...rest } = row
  const at = unprotected.updateTable('identity.person').set(rest)
  await at.where('pseudonym', '=', pseudonym).execute()
  for (const { field, sealed } of fields) {
    const one = unprotected.updateTable('identity.sealed_field').set({ sealed })
    await one.where('pseudonym', '=', pseudonym).where('field', '=', field).execute()
  }
}

test('an incident is never put where who puts it there could not class it any more', async () => {
  const { incidentId } = await recordOne()
  await refresh()
  const body = { class: 'S0', reason: 'as closed as can be' }
  const answer = await coChair.browser.json('PATCH', `/api/incidents/${incidentId}/class`, body)
  expect((await problemOf(answer)).code).toBe('access.denied')
})

describe('when the class of an incident changes', () => {
  test('its people are encrypted anew under a fresh key, for the new class, and the log says so', async () => {
    const { incidentId, person } = await recordOne()
    const before = await held(person)
    expect(before.class).toBe('S1')
    await classify(incidentId, 'S2')
    expect(await open(person)).toEqual(CONTENT)
    expect((await held(person)).key_id).toBe(before.key_id)
    expect(await reencryptDue(db, around)).toBe(1)
    const after = await held(person)
    expect([after.class, after.version]).toEqual(['S2', before.version])
    expect(after.key_id).not.toBe(before.key_id)
    expect(await open(person)).toEqual(CONTENT)
    expect(await reencryptDue(db, around)).toBe(0)

    const entries = await db
      .selectFrom('audit_entry')
      .select('action')
      .where('object_id', '=', person)
      .where('actor', 'is', null)
      .orderBy('seq')
      .execute()
    expect(entries.map(({ action }) => action)).toEqual([
      'identity.reencrypted',
      'identity.keyRetired',
    ])
    expect(keys.store.countRetired()).toBe(1)
    const history = await monitor.browser.get(`/api/identities/${person}/history${PATH}`)
    expect(IdentityHistory.parse(await history.json()).changes.at(-1)).toMatchObject({
      what: 'reclassified',
      fields: [],
    })
  })

  test('neither old ciphertext as of the new class nor new as of the old one is accepted', async () => {
    const { incidentId, person } = await recordOne()
    const [before, old] = [await held(person), await sealedOf(person)]
    await classify(incidentId, 'S2')
    await reencryptDue(db, around)
    const [after, fresh] = [await held(person), await sealedOf(person)]
    const accepted: unknown[] = []
    for (const fields of [old, fresh]) {
      for (const row of [before, after]) {
        for (const named of ['S2', 'S1'] as const) {
          await putBack({ ...row, class: named }, fields)
          const content = await db.transaction().execute(async (tx) => {
            const found = await findHeldPerson(tx, person)
            const key = await keys.provider.unwrap(row.key_id)
            return found && key && openPerson(tx, found, key)
          })
          if (content !== undefined) accepted.push([fields === old, row === before, named])
        }
      }
    }
    // Each opens in its own place alone: the old under the old key and class, the new under the new.
    expect(accepted).toEqual([
      [true, true, 'S1'],
      [false, false, 'S2'],
    ])
    await putBack(before, old)
    expect(await open(person)).toBe('identity.damaged')
    await putBack(after, fresh)
    expect(await open(person)).toEqual(CONTENT)
  })

  test('what is set twice is done twice, in that order; what is set as it was is not done', async () => {
    const { incidentId, person } = await recordOne()
    const { key_id: first } = await held(person)
    await classify(incidentId, 'S1')
    expect(await reencryptDue(db, around)).toBe(0)
    await classify(incidentId, 'S2')
    await classify(incidentId, 'S1')
    expect(await reencryptDue(db, around)).toBe(2)
    expect((await held(person)).class).toBe('S1')
    expect((await held(person)).key_id).not.toBe(first)
    expect(await open(person)).toEqual(CONTENT)
  })

  test('it waits while the keys are sealed, and changes are written meanwhile and after', async () => {
    const { incidentId, person } = await recordOne()
    await classify(incidentId, 'S2')
    await keys.ask({ does: 'lock' })
    expect(await reencryptDue(db, around)).toBe(0)
    expect(await keys.ask({ does: 'unlock', passphrase: CUSTODIANS })).toMatchObject({ ok: true })
    const change = (notes: string) =>
      monitor.browser.json('PATCH', `/api/identities/${person}`, { notes })
    expect((await change('before')).status).toBe(200)
    expect(await reencryptDue(db, around)).toBe(1)
    expect(await open(person)).toEqual({ ...CONTENT, notes: 'before' })
    expect((await change('after')).status).toBe(200)
    expect(await open(person)).toEqual({ ...CONTENT, notes: 'after' })
  })
})

/** The process dies at its `nth` word with the key service: before it is heard, or before the answer is. */
function dyingAt(nth: number, isHeard: boolean): { readonly ask: AskKeys; said(): number } {
  let said = 0
  const ask: AskKeys = async (request) => {
    said += 1
    if (said === nth && !isHeard) throw new Error('killed')
    const answer = await keys.ask(request)
    if (said === nth) throw new Error('killed')
    return answer
  }
  return { ask, said: () => said }
}

/** Both keys, the new one made, the old one retired. */
const STEPS = 4

describe('encrypting anew that is interrupted', () => {
  test('at any step leaves everybody readable, and is done to its end by the next turn', async () => {
    const whole = dyingAt(0, true)
    const first = await recordOne()
    await classify(first.incidentId, 'S2')
    expect(await reencryptDue(db, { ...around, keys: whole.ask })).toBe(1)
    expect(whole.said()).toBe(STEPS)
    for (let nth = 1; nth <= STEPS; nth += 1) {
      for (const isHeard of [false, true]) {
        const { incidentId, person } = await recordOne()
        const { key_id: before } = await held(person)
        await classify(incidentId, 'S2')
        const dying = { ...around, keys: dyingAt(nth, isHeard).ask }
        await expect(reencryptDue(db, dying)).rejects.toThrow('killed')
        expect([nth, isHeard, await open(person)]).toEqual([nth, isHeard, CONTENT])
        expect(await reencryptDue(db, around)).toBe(1)
        const { key_id: after, class: now } = await held(person)
        expect([now, after === before, await open(person)]).toEqual(['S2', false, CONTENT])
        expect(keys.store.familyOf(before)).toEqual([before, after].toSorted())
      }
    }
  })

  test('by an erasure at any step leaves no key behind', async () => {
    for (let nth = 1; nth <= STEPS; nth += 1) {
      const { incidentId, person } = await recordOne()
      const { key_id: before } = await held(person)
      await classify(incidentId, 'S2')
      await reencryptDue(db, { ...around, keys: dyingAt(nth, true).ask }).catch(() => undefined)
      await erase(person)
      expect(await open(person)).toBe('identity.erased')
      await reencryptDue(db, around)
      expect(await reencryptDue(db, around)).toBe(0)
      const family = [...keys.store.familyOf(before), before]
      expect(family.filter((id) => keys.store.findKey(id) !== undefined)).toEqual([])
      const buried = await listBuriedKeys(db)
      expect(buried.map(({ id }) => id)).toEqual(expect.arrayContaining(family))
    }
  })
})

async function erase(person: string): Promise<void> {
  const now = clock.now()
  const id = uuidV7(now)
  const asked = { pseudonym: person, requested_by: monitor.actor.id, requested_at: now }
  const because = { ground: 'consent_withdrawn', reason: 'the mother asked for it in writing' }
  await unprotected
    .insertInto('erasure')
    .values({ id, ...asked, ...because })
    .execute()
  const approvals = [coChair, officer].map(({ actor }) => {
    return { erasure_id: id, approver: actor.id, at: now }
  })
  await unprotected.insertInto('erasure_approval').values(approvals).execute()
  clock.advance(ERASURE_RULES.waitingMs)
  expect(await eraseDue(db, erasing)).toBe(1)
}

describe('of two people, one erased, whose classes had changed', () => {
  test('an old copy of the records brings back the other alone, beside the keys of today', async () => {
    const incidentId = await recordIncident(monitor.browser)
    const gone = await recordPerson(monitor.browser, incidentId)
    const stays = await recordPerson(monitor.browser, incidentId)
    const copy = await Promise.all(
      [gone, stays].map(async (person) => [await held(person), await sealedOf(person)] as const),
    )
    await classify(incidentId, 'S2')
    expect(await reencryptDue(db, around)).toBe(2)
    expect(await keys.ask({ does: 'rotate' })).toMatchObject({ ok: true })
    await erase(gone)
    // A copy of that day knows neither of the erasure nor of the change of class.
    for (const table of ['erasure_approval', 'erasure', 'identity_succession'] as const) {
      await unprotected.deleteFrom(table).execute()
    }
    for (const [row, fields] of copy) {
      await unprotected
        .deleteFrom('identity.person')
        .where('pseudonym', '=', row.pseudonym)
        .execute()
      await unprotected.insertInto('identity.person').values(row).execute()
      await unprotected.insertInto('identity.sealed_field').values(fields).execute()
    }
    expect([await open(gone), await open(stays)]).toEqual(['identity.erased', CONTENT])
  })
})
