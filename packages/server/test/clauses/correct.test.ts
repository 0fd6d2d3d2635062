import { expect, test } from 'vitest'
import { Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { asOwner } from '../support/accounts.ts'
import { bringIn, countRows, resolution } from '../documents/library.ts'
import { annotation, correct, corrected, history, sendCorrection, sendUndo } from './correcting.ts'

const { db, owner } = await freshDatabase()
const { app } = startApp(db)
const amina = await signUp(app)
let number = 9300

/** A document of two clauses in one paragraph and one in the next. */
async function bringInTwo(): Promise<string> {
  number += 1
  const text = resolution(
    `S/RES/${number} (2031)`,
    'Urges all parties to spare schools, and requests the Secretary-General to report;',
    'Welcomes the release of children;',
  )
  return (await bringIn(amina, text)).document.id
}

test('a document is read clause by clause, with the messages and citations it has', async () => {
  const { clauses, envelopes, differences } = await annotation(amina, await bringInTwo())
  expect(clauses.map(({ eid, kind, addressees }) => ({ eid, kind, addressees }))).toEqual([
    { eid: 'para_1__clause_1', kind: 'directive', addressees: ['all_parties'] },
    { eid: 'para_1__clause_2', kind: 'directive', addressees: ['secretary_general'] },
    { eid: 'para_2__clause_1', kind: 'expressive', addressees: [] },
  ])
  expect({ envelopes, differences }).toEqual({ envelopes: [], differences: [] })
})

test('a clause is set right; the history says who did it, when, and what stood there', async () => {
  const id = await bringInTwo()
  const fields = { kind: 'normative', addressees: ['donors'], themes: ['funding'] } as const
  const { annotation: after, correction } = await correct(amina, id, {
    clause: 1,
    change: { type: 'set', fields: { ...fields, addressees: ['donors'], themes: ['funding'] } },
  })
  expect(after.clauses[1]).toMatchObject({ ...fields, corrected: ['kind', 'addressees', 'themes'] })
  expect(after.differences.map(({ field, person, reader }) => [field, person, reader])).toEqual([
    ['kind', ['normative'], ['directive']],
    ['addressees', ['donors'], ['secretary_general']],
    ['themes', ['funding'], []],
  ])
  const [entry] = await history(amina, id)
  expect(entry).toMatchObject({
    id: correction,
    type: 'set',
    state: 'inForce',
    by: { name: 'Amina Example' },
    at: '2026-03-02T08:00:00.000Z',
    effect: [
      { field: 'kind', before: ['directive'], after: ['normative'] },
      { field: 'addressees', before: ['secretary_general'], after: ['donors'] },
      { field: 'themes', before: [], after: ['funding'] },
    ],
  })
})

test('clauses are split and joined again; the reader is shown to differ', async () => {
  const id = await bringInTwo()
  const [first, second] = (await annotation(amina, id)).clauses
  const joined = await correct(amina, id, { clause: 0, change: { type: 'merge' } })
  expect(joined.annotation.clauses).toHaveLength(2)
  expect(joined.annotation.clauses[0]?.text).toBe(
    'Urges all parties to spare schools, and requests the Secretary-General to report',
  )
  expect(joined.annotation.differences).toMatchObject([
    { field: 'clauses', reader: [first?.text, second?.text] },
  ])
  const cut = second?.at ?? 0
  const split = await correct(amina, id, { clause: 0, change: { type: 'split', cut } })
  expect(split.annotation.clauses[1]).toMatchObject({ text: second?.text, verb: second?.verb })
})

test('a review holds until the clause is cut otherwise', async () => {
  const id = await bringInTwo()
  const review = { type: 'review', reviewed: true } as const
  const reviewed = await correct(amina, id, { clause: 0, change: review })
  expect(reviewed.annotation.clauses.map((clause) => clause.reviewed)).toEqual([true, false, false])
  const joined = await correct(amina, id, { clause: 0, change: { type: 'merge' } })
  expect(joined.annotation.clauses[0]?.reviewed).toBe(false)
})

test('what was done is taken back, and what was taken back is put back', async () => {
  const id = await bringInTwo()
  const before = await annotation(amina, id)
  const { correction } = await correct(amina, id, { clause: 0, change: { type: 'merge' } })
  const undone = await corrected(await sendUndo(amina, id, correction))
  expect(undone.annotation).toEqual(before)
  expect((await history(amina, id)).map(({ type, state }) => [type, state])).toEqual([
    ['undo', 'inForce'],
    ['merge', 'undone'],
  ])
  expect((await problemOf(await sendUndo(amina, id, correction))).code).toBe('correction.undone')
  const again = await corrected(await sendUndo(amina, id, undone.correction))
  expect(again.annotation.clauses).toHaveLength(2)
})

test('a correction stays where a newer text still has the words', async () => {
  const { document } = await bringIn(
    amina,
    resolution('S/RES/9390 (2031)', 'Urges all parties to spare schools, and requests a report;'),
  )
  const fields = { addressees: ['donors' as const] }
  await correct(amina, document.id, { clause: 0, change: { type: 'set', fields } })
  const newer = 'Urges all parties to spare schools, and welcomes their efforts in 2031;'
  await bringIn(amina, resolution('S/RES/9390 (2031)', newer), { whenHeld: 'newVersion' })
  const { clauses, unplaced, version } = await annotation(amina, document.id)
  expect(version).toBe(2)
  expect(clauses[0]).toMatchObject({ addressees: ['donors'], corrected: ['addressees'] })
  expect(clauses[1]?.lemma).toBe('welcome')
  expect(unplaced).toEqual([])
})

test('a correction whose words are gone is listed to be looked at', async () => {
  const { document } = await bringIn(
    amina,
    resolution('S/RES/9391 (2031)', 'Urges all parties to spare schools;'),
  )
  const fields = { addressees: ['donors' as const] }
  const { correction } = await correct(amina, document.id, {
    clause: 0,
    change: { type: 'set', fields },
  })
  const newer = resolution('S/RES/9391 (2031)', 'Demands that all parties release children;')
  await bringIn(amina, newer, { whenHeld: 'newVersion' })
  const { clauses, unplaced } = await annotation(amina, document.id)
  expect(clauses[0]?.addressees).toEqual(['all_parties'])
  expect(unplaced).toEqual([
    { correction, paragraph: 'para_1', text: 'Urges all parties to spare schools' },
  ])
  expect((await history(amina, document.id))[0]?.state).toBe('unplaced')
})

const REFUSED = [
  ['split', 'clause.cutOutside', { clause: 0, change: { type: 'split', cut: 0 } }],
  ['split behind its end', 'clause.cutOutside', { clause: 0, change: { type: 'split', cut: 999 } }],
  ['joined with nothing', 'clause.noNext', { clause: 2, change: { type: 'merge' } }],
  ['set to what it is', 'clause.nothingNew', { clause: 0, change: { type: 'set', fields: {} } }],
  [
    'marked as it is',
    'clause.nothingNew',
    { clause: 0, change: { type: 'review', reviewed: false } },
  ],
] as const

test.each(REFUSED)('a clause is not %s (%s) and nothing is stored', async (_, code, given) => {
  const id = await bringInTwo()
  const before = await countCorrections()
  expect((await problemOf(await sendCorrection(amina, id, given))).code).toBe(code)
  expect(await countCorrections()).toBe(before)
})

test('a clause that somebody else corrected in the meantime is not corrected blindly', async () => {
  const id = await bringInTwo()
  const [seen] = (await annotation(amina, id)).clauses
  await correct(amina, id, { clause: 0, change: { type: 'merge' } })
  const path = `/api/documents/${id}/renditions/en/corrections`
  const change = { type: 'review', reviewed: true }
  const body = { paragraph: seen?.paragraph, at: seen?.at, text: seen?.text, change }
  expect((await problemOf(await amina.json('POST', path, body))).code).toBe('clause.changed')
  const nowhere = { ...body, paragraph: 'para_77' }
  expect((await problemOf(await amina.json('POST', path, nowhere))).code).toBe('clause.unknown')
  const wrong = { ...body, change: { type: 'set', fields: { kind: 'friendly' } } }
  const problem = await problemOf(await amina.json('POST', path, wrong))
  expect(problem).toMatchObject({
    code: 'request.invalid',
    fields: [{ path: 'change.fields.kind' }],
  })
})

test('two corrections at the same moment are both kept, or one is told to look again', async () => {
  const id = await bringInTwo()
  const changes = [{ kind: 'normative' as const }, { urgent: true }]
  const answers = await Promise.all(
    changes.map((fields) =>
      sendCorrection(amina, id, { clause: 0, change: { type: 'set', fields } }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  const { clauses } = await annotation(amina, id)
  expect(clauses[0]).toMatchObject({ kind: 'normative', urgent: true })
})

test('a document that is not there, is removed, or lacks the language has no clauses', async () => {
  const id = await bringInTwo()
  const { correction } = await correct(amina, id, { clause: 0, change: { type: 'merge' } })
  const path = (language: string) => `/api/documents/${id}/renditions/${language}/annotation`
  expect((await problemOf(await amina.get(path('fr')))).code).toBe('document.languageMissing')
  await amina.send('DELETE', `/api/documents/${id}`)
  for (const answer of [
    await amina.get(path('en')),
    await amina.get(`/api/documents/${id}/corrections`),
    await sendUndo(amina, id, correction),
  ]) {
    expect((await problemOf(answer)).code).toBe('document.unknown')
  }
})

test('a correction of another document is not found', async () => {
  const id = await bringInTwo()
  const { correction } = await correct(amina, id, { clause: 0, change: { type: 'merge' } })
  const other = await bringInTwo()
  expect((await problemOf(await sendUndo(amina, other, correction))).code).toBe(
    'correction.unknown',
  )
})

test('nobody who is signed out reads or corrects clauses', async () => {
  const id = await bringInTwo()
  const stranger = new Browser(app)
  const path = `/api/documents/${id}/renditions/en`
  for (const answer of [
    await stranger.get(`${path}/annotation`),
    await stranger.json('POST', `${path}/corrections`, {}),
    await stranger.get(`/api/documents/${id}/corrections`),
    await stranger.get('/api/actions'),
    await stranger.get('/api/actions/export/csv'),
  ]) {
    expect((await problemOf(answer)).code).toBe('access.signedOut')
  }
})

test('the history is insert-only, for the application and for the owner of the tables', async () => {
  await correct(amina, await bringInTwo(), { clause: 0, change: { type: 'merge' } })
  const change = `update clause_correction set eid = 'para_2'`
  await expect(asOwner(owner, change)).rejects.toThrow('insert-only')
  await expect(asOwner(owner, 'delete from clause_correction')).rejects.toThrow('insert-only')
  await expect(db.deleteFrom('clause_correction').execute()).rejects.toThrow('permission denied')
})

test('each correction has its entry in the audit log', async () => {
  const before = (await countRows(db))['audit'] ?? 0
  const id = await bringInTwo()
  await correct(amina, id, { clause: 0, change: { type: 'merge' } })
  expect((await countRows(db))['audit']).toBe(before + 2)
  const { rows } = await asOwner(owner, 'select action, object_id from audit_entry order by seq')
  expect(rows.at(-1)).toEqual({ action: 'clause.correct', object_id: id })
})

async function countCorrections(): Promise<number> {
  const all = db.selectFrom('clause_correction').select((build) => build.fn.countAll().as('n'))
  return Number((await all.executeTakeFirstOrThrow()).n)
}
