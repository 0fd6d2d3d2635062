import { IdentityHistory, IdentityList, Identity } from '@vigil/contract/schemas'
import { UNWRAP_LIMITS } from '@vigil/core/keys'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { findHeldPerson, inIdentityStore, openPerson } from '../../src/identities/store.ts'
import { asOwner } from '../support/accounts.ts'
import { problemOf } from '../support/client.ts'
import { CUSTODIANS } from '../keys/support.ts'
import { CANARY, CONTENT, recordIncident, recordPerson, startIdentities } from './people.ts'

const { db, unprotected, owner, keys, monitor, worker, coChair, officer, custodian } =
  await startIdentities()
const incidentId = await recordIncident(monitor.browser)

const PURPOSE = 'purpose=protection'

function open(pseudonym: string, browser = monitor.browser): Promise<Response> {
  return browser.get(`/api/identities/${pseudonym}?${PURPOSE}`)
}

async function codeOf(answer: Response | Promise<Response>): Promise<string> {
  return (await problemOf(await answer)).code
}

/** What the log says of one thing, oldest first. */
function logOf(id: string) {
  return db
    .selectFrom('audit_entry')
    .select(['action', 'actor', 'decision', 'reason', 'class', 'purpose'])
    .where('object_id', '=', id)
    .orderBy('seq')
    .execute()
}

describe('who somebody is', () => {
  test('is shown to who recorded it, for a purpose, with an entry in the log', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    expect(Identity.parse(await (await open(person)).json())).toMatchObject({
      pseudonym: person,
      incidentId,
      kind: 'victim',
      content: CONTENT,
    })
    expect(await logOf(person)).toMatchObject([
      { action: 'identity.record', actor: monitor.actor.id, decision: 'allowed' },
      { action: 'identity.read', class: 'S0', purpose: 'protection', decision: 'allowed' },
    ])
    expect(await codeOf(monitor.browser.get(`/api/identities/${person}`))).toBe('access.purpose')
  })

  test('is shown to a case worker once the incident is theirs, and to nobody else', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    expect(await codeOf(open(person, worker.browser))).toBe('identity.unknown')
    await unprotected
      .updateTable('incident')
      .set({ assignee: worker.actor.id })
      .where('id', '=', incidentId)
      .execute()
    expect((await open(person, worker.browser)).status).toBe(200)
    for (const { browser } of [coChair, officer, custodian]) {
      expect(await codeOf(open(person, browser))).toBe('access.denied')
    }
    expect((await logOf(person)).filter(({ decision }) => decision === 'refused')).toHaveLength(4)
  })

  test('is written anew in parts; its history says which, and no word of them', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    const change = { notes: 'has moved' }
    const changed = await monitor.browser.json('PATCH', `/api/identities/${person}`, change)
    expect(changed.status).toBe(200)
    const { content } = Identity.parse(await (await open(person)).json())
    expect(content).toEqual({ ...CONTENT, notes: 'has moved' })
    const history = await monitor.browser.get(`/api/identities/${person}/history?${PURPOSE}`)
    const { changes } = IdentityHistory.parse(await history.json())
    expect(changes.map(({ what, fields }) => [what, fields.toSorted()])).toEqual([
      ['recorded', ['birth', 'contact', 'names', 'notes']],
      ['changed', ['notes']],
    ])
  })

  test('stands in a list as a pseudonym, and in the database in no form that can be read', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    const answer = await monitor.browser.get(`/api/identities?incidentId=${incidentId}&${PURPOSE}`)
    const text = await answer.text()
    expect(IdentityList.parse(JSON.parse(text)).identities).toContainEqual(
      expect.objectContaining({ pseudonym: person }),
    )
    expect(text).not.toContain('Canari')
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'identity')`.execute(unprotected)
    expect(tables.map(({ name }) => name)).toContain('identity.sealed_field')
    for (const { name } of tables) {
      const found = await sql`select 1 from ${sql.raw(name)} as one_row
        where one_row::text like '%Canari%'`.execute(unprotected)
      expect([name, found.rows]).toEqual([name, []])
    }
    const stored = await unprotected.selectFrom('identity.sealed_field').selectAll().execute()
    const bytes = Buffer.concat(stored.map(({ sealed }) => sealed))
    expect(bytes.includes('Canari')).toBe(false)
    expect(bytes.length).toBeGreaterThan(100)
  })

  test('is not shown where the log cannot be written', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    await asOwner(owner, 'revoke insert on audit_entry from vigil_app')
    try {
      const answer = await open(person)
      expect([answer.status, await answer.text()]).toEqual([
        500,
        expect.not.stringContaining(CANARY),
      ])
    } finally {
      await asOwner(owner, 'grant insert on audit_entry to vigil_app')
    }
  })

  test('is reached by the database for the one person that is named, and by no other role', async () => {
    const person = await recordPerson(monitor.browser, incidentId)
    const other = await recordPerson(monitor.browser, incidentId)
    await expect(db.selectFrom('identity.person').selectAll().execute()).rejects.toThrow(/denied/)
    const seen = await db.transaction().execute((tx) =>
      inIdentityStore(tx, person, async () => {
        const { rows } = await sql<{ pseudonym: string }>`
          select pseudonym from identity.person`.execute(tx)
        return rows
      }),
    )
    expect(seen).toEqual([{ pseudonym: person }])
    expect(seen).not.toContainEqual({ pseudonym: other })
  })
})

test('no ciphertext is accepted in another row, field or version', async () => {
  const people = []
  for (let at = 0; at < 3; at += 1) {
    const person = await recordPerson(monitor.browser, incidentId)
    await monitor.browser.json('PATCH', `/api/identities/${person}`, { notes: `note ${at}` })
    people.push(person)
  }
  const held = await unprotected
    .selectFrom('identity.sealed_field')
    .selectAll()
    .where('pseudonym', 'in', people)
    .execute()
  const accepted: string[] = []
  let swaps = 0
  for (const to of held) {
    for (const from of held.filter((one) => one !== to)) {
      const tx = await unprotected.startTransaction().execute()
      await tx
        .updateTable('identity.sealed_field')
        .set({ sealed: from.sealed })
        .where('pseudonym', '=', to.pseudonym)
        .where('field', '=', to.field)
        .execute()
      const person = await findHeldPerson(tx, to.pseudonym)
      const key = await keys.provider.unwrap(person?.keyId ?? '')
      const content = person && key && (await openPerson(tx, person, key))
      if (content !== undefined) accepted.push(`${from.field} as ${to.field}`)
      await tx.rollback().execute()
      swaps += 1
    }
  }
  expect([swaps, accepted]).toEqual([12 * 11, []])
})

test('what was taken back to an earlier version is not shown', async () => {
  const person = await recordPerson(monitor.browser, incidentId)
  const rows = () =>
    unprotected
      .selectFrom('identity.sealed_field')
      .selectAll()
      .where('pseudonym', '=', person)
      .execute()
  const before = await rows()
  await monitor.browser.json('PATCH', `/api/identities/${person}`, { notes: 'later' })
  for (const { field, sealed } of before) {
    const row = unprotected.updateTable('identity.sealed_field').set({ sealed })
    await row.where('pseudonym', '=', person).where('field', '=', field).execute()
  }
  expect(await codeOf(open(person))).toBe('identity.damaged')
  const back = unprotected.updateTable('identity.person').set({ version: 1 })
  await back.where('pseudonym', '=', person).execute()
  expect(await codeOf(open(person))).toBe('identity.damaged')
})

describe('while the keys are sealed', () => {
  test('nobody is shown, new persons are recorded, and all are there once a custodian unlocks', async () => {
    const old = await recordPerson(monitor.browser, incidentId)
    await keys.ask({ does: 'lock' })
    expect(await codeOf(open(old))).toBe('keys.sealed')
    const fresh = await recordPerson(monitor.browser, incidentId)
    expect(await codeOf(open(fresh))).toBe('keys.sealed')
    const unlock = (passphrase: string) =>
      custodian.browser.json('POST', '/api/keys/unlock', { passphrase })
    expect(await codeOf(unlock('not it'))).toBe('keys.wrongPassphrase')
    expect(await codeOf(monitor.browser.json('POST', '/api/keys/unlock', {}))).toBe('access.denied')
    expect(await (await custodian.browser.get('/api/keys')).json()).toMatchObject({
      state: 'sealed',
    })
    expect(await (await unlock(CUSTODIANS)).json()).toMatchObject({ state: 'open' })
    for (const person of [old, fresh]) {
      expect(Identity.parse(await (await open(person)).json()).content).toEqual(CONTENT)
    }
  })
})

test('whoever opens too many is stopped, and those who oversee are told', async () => {
  const person = await recordPerson(monitor.browser, incidentId)
  const answers: number[] = []
  for (let at = 0; at <= UNWRAP_LIMITS[0].most; at += 1) answers.push((await open(person)).status)
  expect(answers.at(-1)).toBe(429)
  const alarms = (await logOf(monitor.actor.id)).filter(({ action }) => action === 'keys.alarm')
  expect(alarms.at(-1)).toMatchObject({
    actor: monitor.actor.id,
    decision: 'refused',
    reason: 'identity.throttled',
  })
})
