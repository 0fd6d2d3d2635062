import { Letter, LetterList, LetterReturn, LetterVersion } from '@vigil/contract/schemas'
import { Draft, type LetterFacts } from '@vigil/core/letters'
import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { correct } from '../clauses/correcting.ts'
import { bringIn, countRows } from '../documents/library.ts'
import { asOwner } from '../support/accounts.ts'
import { Browser, problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { conclusions } from './conclusions.ts'

const { db, owner } = await freshDatabase()
const { app, clock } = startApp(db)
const amina = await signUp(app)
let number = 0

const FACTS: LetterFacts = {
  format: 'vigil-letter-facts/1',
  country: 'Ruritania',
  symbol: 'S/AC.51/2031/9',
  adoptedOn: '2031-11-13',
  chair: { name: 'Ada Example', signedOn: '2032-01-25', originalLanguage: 'en' },
}
const CHOICES = { language: null, leftOut: [], accepted: [], edits: [] }

async function bringInConclusions(): Promise<string> {
  number += 1
  return (await bringIn(amina, conclusions(`S/AC.51/2031/${number}`))).document.id
}

async function request(more: object = {}): Promise<object> {
  const documentId = await bringInConclusions()
  return { documentId, language: 'en', envelope: 'para_4', facts: {}, choices: CHOICES, ...more }
}

async function letterOf(answer: Response, status = 201): Promise<Letter> {
  if (answer.status !== status) throw new Error(`${answer.status} ${await answer.text()}`)
  return Letter.parse(await answer.json())
}

async function create(more: object = {}): Promise<Letter> {
  clock.advance(1000)
  return letterOf(await amina.json('POST', '/api/letters', await request(more)))
}

function revise(letter: Letter, more: object): Promise<Response> {
  const body = { after: letter.latest.version, facts: FACTS, choices: CHOICES, ...more }
  return amina.json('POST', `/api/letters/${letter.id}/versions`, body)
}

function wordsOf(draft: Draft): string {
  const blocks = draft.parts.flatMap((part) => part.blocks)
  return blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
}

function handBack(letter: Letter, content: string | Uint8Array<ArrayBuffer>, fields: object) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, String(value))
  const name = typeof content === 'string' ? 'letter.txt' : 'lettre “finale”.docx'
  body.set('file', new File([content], name))
  const path = `/api/letters/${letter.id}/versions/${letter.latest.version}/returns`
  return amina.send('POST', path, { body })
}

test('a letter is shown before it is kept, with what is missing, and nothing is stored', async () => {
  const given = await request()
  const before = await countRows(db)
  const answer = await amina.json('POST', '/api/letters/preview', given)
  expect(answer.status).toBe(200)
  const draft = Draft.parse(await answer.json())
  expect(draft.kind).toBe('transmitted_letter')
  expect(wordsOf(draft)).toContain(
    'Request you to continue to report on violations against children',
  )
  expect(draft.missing).toContain('chair.signedOn')
  expect(await countRows(db)).toEqual(before)
})

test('a draft takes its words from the clauses as people corrected them', async () => {
  const given = (await request({ envelope: 'para_5' })) as { documentId: string }
  const fields = { addressees: ['stakeholders' as const] }
  await correct(amina, given.documentId, { clause: 0, change: { type: 'set', fields } })
  const answer = await amina.json('POST', '/api/letters/preview', given)
  expect(Draft.parse(await answer.json()).kind).toBe('chair_letter')
})

test('a letter is kept with its facts, who drafted it and when', async () => {
  const letter = await create()
  expect(letter).toMatchObject({
    envelope: 'para_4',
    label: '4',
    kind: 'transmitted_letter',
    addressees: ['secretary_general'],
    draftLanguage: 'en',
    sent: false,
    latest: { version: 1, by: { name: 'Amina Example' }, at: clock.now().toISOString() },
    returns: [],
  })
  expect(letter.current.draft.missing.length).toBe(letter.latest.missing)
  expect(await letterOf(await amina.get(`/api/letters/${letter.id}`), 200)).toEqual(letter)
})

test('a fact that is filled in makes a new version; the one before stays as it was', async () => {
  const letter = await create()
  const revised = await letterOf(await revise(letter, {}))
  expect(revised.versions.map(({ version }) => version)).toEqual([2, 1])
  expect(revised.latest.missing).toBeLessThan(letter.latest.missing)
  expect(wordsOf(revised.current.draft)).toContain('25 January 2032')
  const first = await amina.get(`/api/letters/${letter.id}/versions/1`)
  expect(LetterVersion.parse(await first.json())).toEqual(letter.current)
})

test('of two people who revise the same version, the second is told', async () => {
  const letter = await create()
  const answers = await Promise.all([revise(letter, {}), revise(letter, { facts: {} })])
  const [late] = answers.filter(({ status }) => status !== 201)
  if (!late) throw new Error('both were taken')
  expect((await problemOf(late)).code).toBe('letter.changed')
  const now = await letterOf(await amina.get(`/api/letters/${letter.id}`), 200)
  expect(now.versions).toHaveLength(2)
})

test('letters are listed newest first, page by page, and by document', async () => {
  const [one, two] = [await create(), await create()]
  const list = async (query: string) =>
    LetterList.parse(await (await amina.get(`/api/letters${query}`)).json())
  const first = await list('?limit=1')
  expect(first.letters.map(({ id }) => id)).toEqual([two.id])
  expect((await list(`?limit=1&after=${first.next}`)).letters[0]?.id).toBe(one.id)
  expect((await list(`?documentId=${one.documentId}`)).letters.map(({ id }) => id)).toEqual([
    one.id,
  ])
})

test.each([
  ['txt', 'text/plain; charset=utf-8', 'Request you to continue'],
  ['json', 'application/json', '"format": "vigil-letter/1"'],
  ['pdf', 'application/pdf', '%PDF-'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
])('a version is taken along as %s', async (format, type, opening) => {
  const letter = await create()
  const answer = await amina.get(`/api/letters/${letter.id}/versions/1/file/${format}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(type)
  expect(answer.headers.get('content-disposition')).toContain(`para_4-1.${format}"`)
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toContain(opening)
})

test('a letter that comes back unchanged is the same; one changed word is found', async () => {
  const letter = await letterOf(await revise(await create(), {}))
  const file = await amina.get(`/api/letters/${letter.id}/versions/2/file/docx`)
  const same = await handBack(letter, new Uint8Array(await file.arrayBuffer()), {
    returned: 'edited',
  })
  expect(LetterReturn.parse(await same.json())).toMatchObject({
    version: 2,
    returned: 'edited',
    file: { name: 'lettre “finale”.docx' },
    check: { same: true },
    by: { name: 'Amina Example' },
  })
  clock.advance(1)
  const text = await (await amina.get(`/api/letters/${letter.id}/versions/2/file/txt`)).text()
  const edited = text.replace('violations against children', 'abuses against children')
  const changed = LetterReturn.parse(
    await (await handBack(letter, edited, { returned: 'sent' })).json(),
  )
  expect(changed.check).toMatchObject({ same: false, counts: { changed: 1 } })
  const now = await letterOf(await amina.get(`/api/letters/${letter.id}`), 200)
  expect(now.sent).toBe(true)
  expect(now.returns.map(({ returned }) => returned)).toEqual(['sent', 'edited'])
})

test('a file that cannot be read is refused and nothing of it is kept', async () => {
  const letter = await create()
  const damaged = await handBack(letter, 'PK\u0003\u0004 broken', { returned: 'edited' })
  expect((await problemOf(damaged)).code).toMatch(/^file\./)
  const unnamed = await handBack(letter, 'A letter', { returned: 'perhaps' })
  expect((await problemOf(unnamed)).fields?.[0]?.path).toBe('returned')
  expect((await letterOf(await amina.get(`/api/letters/${letter.id}`), 200)).returns).toEqual([])
})

const BAD = [
  ['a message that is not there', { envelope: 'para_1' }, 'letter.envelopeUnknown'],
  ['another language', { choices: { language: 'fr' } }, 'letter.languageMissing'],
  ['a rendition that is not held', { language: 'fr' }, 'document.languageMissing'],
  [
    'nothing left in',
    { choices: { leftOut: ['para_4__point_a', 'para_4__point_b'] } },
    'letter.noPoints',
  ],
  [
    'an edit of nothing',
    { choices: { edits: [{ block: 'nowhere', text: 'x' }] } },
    'letter.blockUnknown',
  ],
  ['a day that is none', { facts: { adoptedOn: '2031-02-30' } }, 'request.invalid'],
  ['a fact nobody needs', { facts: { colour: 'blue' } }, 'request.invalid'],
] as const

test.each(BAD)('a letter with %s is refused and nothing is kept', async (_, more, code) => {
  const given = await request(more)
  const before = await countLetters()
  for (const path of ['/api/letters', '/api/letters/preview']) {
    expect((await problemOf(await amina.json('POST', path, given))).code).toBe(code)
  }
  expect(await countLetters()).toBe(before)
})

test('long edits are taken, a body without end is not', async () => {
  const letter = await create()
  const block = letter.current.draft.parts[1]?.blocks.find(({ role }) => role === 'point')?.id
  const long = { ...CHOICES, edits: [{ block, text: 'word '.repeat(3900).trim() }] }
  expect((await revise(letter, { choices: long })).status).toBe(201)
  const endless = { ...CHOICES, leftOut: ['x'.repeat(2 * 1024 * 1024)] }
  expect((await problemOf(await revise(letter, { choices: endless }))).code).toBe(
    'request.tooLarge',
  )
})

test('the letters of a document that is removed are out of sight until it is put back', async () => {
  const letter = await create()
  const place = `/api/letters/${letter.id}`
  await amina.send('DELETE', `/api/documents/${letter.documentId}`)
  const list = await amina.get(`/api/letters?documentId=${letter.documentId}`)
  expect(LetterList.parse(await list.json()).total).toBe(0)
  for (const answer of [
    await amina.get(place),
    await amina.get(`${place}/versions/1`),
    await amina.get(`${place}/versions/1/file/txt`),
    await revise(letter, {}),
    await handBack(letter, 'A letter', { returned: 'sent' }),
  ]) {
    expect((await problemOf(answer)).code).toBe('letter.unknown')
  }
  await amina.send('POST', `/api/documents/${letter.documentId}/restore`)
  expect((await amina.get(place)).status).toBe(200)
})

test('nobody who is signed out drafts or reads letters', async () => {
  const stranger = new Browser(app)
  const place = `/api/letters/${(await create()).id}`
  for (const answer of [
    await stranger.get('/api/letters'),
    await stranger.get(place),
    await stranger.get(`${place}/versions/1/file/docx`),
    await stranger.json('POST', '/api/letters', {}),
    await stranger.json('POST', '/api/letters/preview', {}),
  ]) {
    expect((await problemOf(answer)).code).toBe('access.signedOut')
  }
})

test('versions and comparisons are insert-only, and each write has its audit entry', async () => {
  const letter = await create()
  await handBack(letter, 'A letter', { returned: 'sent' })
  for (const table of ['letter', 'letter_version', 'letter_return']) {
    await expect(asOwner(owner, `delete from ${table}`)).rejects.toThrow('insert-only')
    await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('permission')
  }
  const entries = `select action, decision from audit_entry where object_id = '${letter.id}'`
  expect((await asOwner(owner, entries)).rows).toEqual([
    { action: 'letter.draft', decision: 'allowed' },
    { action: 'letter.draft', decision: 'allowed' },
  ])
})

async function countLetters(): Promise<number> {
  return (await db.selectFrom('letter').select('id').execute()).length
}
