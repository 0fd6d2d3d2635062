import { ActionList } from '@vigil/contract/schemas'
import { expect, test } from 'vitest'
import { annotation, correct } from '../clauses/correcting.ts'
import { bringIn, resolution } from '../documents/library.ts'
import { problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)
const amina = await signUp(app)

async function bringInNext(symbol: string, ...paragraphs: string[]): Promise<string> {
  clock.advance(1000)
  return (await bringIn(amina, resolution(symbol, ...paragraphs))).document.id
}

const FIRST = await bringInNext(
  'S/RES/9401 (2031)',
  'Urges all parties to spare schools from attacks, and requests the Secretary-General to report;',
  'Welcomes the release of children;',
  'Calls upon donors to fund reintegration programmes;',
)
const SECOND = await bringInNext(
  'S/RES/9402 (2031)',
  'Demands that all parties end the recruitment of children;',
)

async function list(query: Record<string, string> = {}): Promise<ActionList> {
  const answer = await amina.get(`/api/actions?${new URLSearchParams(query).toString()}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return ActionList.parse(await answer.json())
}

async function texts(query: Record<string, string> = {}): Promise<string[]> {
  return (await list(query)).actions.map(({ text }) => text.slice(0, 12))
}

test('all that is asked of anybody stands in one list, newest document first', async () => {
  const { actions, total, next, pending } = await list({ kind: 'directive' })
  expect(actions.map(({ symbol, label, lemma }) => [symbol, label, lemma])).toEqual([
    ['S/RES/9402 (2031)', '1', 'demand'],
    ['S/RES/9401 (2031)', '1', 'urge'],
    ['S/RES/9401 (2031)', '1', 'request'],
    ['S/RES/9401 (2031)', '3', 'call'],
  ])
  expect({ total, next, pending }).toEqual({ total: 4, next: null, pending: 0 })
})

test.each([
  [{ addressee: 'all_parties' }, ['Demands that', 'Urges all pa']],
  [{ addressee: 'donors,secretary_general' }, ['requests the', 'Calls upon d']],
  [{ violation: 'RU' }, ['Demands that']],
  [{ documentId: SECOND }, ['Demands that']],
  [{ words: 'fund programme' }, ['Calls upon d']],
  [{ kind: 'expressive' }, ['Welcomes the']],
  [{ addressee: 'all_parties', words: 'schools' }, ['Urges all pa']],
  [{ reviewed: 'true' }, []],
])('%j shows the clauses that fit', async (query, expected) => {
  expect(await texts({ kind: 'directive', ...query })).toEqual(expected)
})

test('each filter says how many clauses each of its choices would show', async () => {
  const { facets } = await list({ kind: 'directive', addressee: 'all_parties' })
  expect(facets.kind).toEqual([{ code: 'directive', count: 2 }])
  expect(facets.addressee).toEqual([
    { code: 'all_parties', count: 2 },
    { code: 'donors', count: 1 },
    { code: 'secretary_general', count: 1 },
  ])
  expect(facets.document.map(({ id, count }) => [id, count])).toEqual([
    [SECOND, 1],
    [FIRST, 1],
  ])
  expect(facets.reviewed).toEqual([{ code: false, count: 2 }])
  for (const { code, count } of facets.addressee) {
    expect((await list({ kind: 'directive', addressee: code })).total).toBe(count)
  }
})

test.each([
  {},
  { kind: 'directive' },
  { kind: 'directive,expressive', addressee: 'donors' },
  { theme: 'ddr_ssr_reintegration', reviewed: 'false' },
  { documentId: FIRST, kind: 'directive' },
  { words: 'schools' },
  { words: 'children', kind: 'expressive', violation: 'RU' },
])('what %j counts for a choice is what that choice lists', async (query) => {
  const { facets, total } = await list(query)
  const totalOf = async (choice: Record<string, string>) =>
    (await list({ ...query, ...choice })).total
  for (const filter of ['kind', 'addressee', 'violation', 'theme', 'reviewed'] as const) {
    for (const { code, count } of facets[filter]) {
      expect(await totalOf({ [filter]: String(code) }), `${filter} ${code}`).toBe(count)
    }
  }
  for (const { id, count } of facets.document) {
    expect(await totalOf({ documentId: id }), `document ${id}`).toBe(count)
  }
  const csv = await amina.get(
    `/api/actions/export/csv?${new URLSearchParams(query as object as Record<string, string>).toString()}`,
  )
  expect((await csv.text()).split('\r\n')).toHaveLength(total + 2)
})

test('page after page gives the whole list once', async () => {
  const whole = await texts()
  const pages: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page = await list({ limit: '2', ...(after && { after }) })
    pages.push(...page.actions.map(({ text }) => text.slice(0, 12)))
    after = page.next
  }
  expect(pages).toEqual(whole)
})

test('a correction shows in the list at once', async () => {
  const id = await bringInNext('S/RES/9403 (2031)', 'Invites States to share lessons;')
  expect((await list({ documentId: id })).actions[0]?.reviewed).toBe(false)
  const fields = { addressees: ['stakeholders' as const], themes: ['training' as const] }
  await correct(amina, id, { clause: 0, change: { type: 'set', fields } })
  await correct(amina, id, { clause: 0, change: { type: 'review', reviewed: true } })
  const { clauses } = await annotation(amina, id)
  const { actions } = await list({ theme: 'training', documentId: id, reviewed: 'true' })
  expect(actions).toMatchObject([{ eid: clauses[0]?.eid, corrected: true, ...fields }])
  await amina.send('DELETE', `/api/documents/${id}`)
})

test('a document that is removed is in no list and no count, and comes back whole', async () => {
  const before = await list()
  await amina.send('DELETE', `/api/documents/${SECOND}`)
  const without = await list()
  expect(without.total).toBe(before.total - 1)
  expect(without.facets.document.map(({ id }) => id)).toEqual([FIRST])
  const csv = await (await amina.get('/api/actions/export/csv')).text()
  expect(csv).not.toContain('S/RES/9402')
  await amina.send('POST', `/api/documents/${SECOND}/restore`)
  expect(await list()).toEqual(before)
})

test('a document held in several languages stands there once, in the language asked for', async () => {
  const id = await bringInNext('S/RES/9404 (2031)', 'Urges all parties to spare wells;')
  const french =
    'S/RES/9404 (2031)\n\nLe Conseil de sécurité,\n\n1. Demande à toutes les parties d’épargner les puits ;\n'
  await bringIn(amina, french, { documentId: id })
  const inLanguage = async (language: string) =>
    (await list({ documentId: id, language })).actions.map((action) => action.language)
  expect(await inLanguage('fr')).toEqual(['fr'])
  expect(await inLanguage('en')).toEqual(['en'])
  expect(await inLanguage('ru')).toEqual(['en'])
  await amina.send('DELETE', `/api/documents/${id}`)
})

test.each([
  [{ kind: 'friendly' }, 'kind'],
  [{ addressee: 'donors,nobody' }, 'addressee'],
  [{ after: 'somewhere' }, 'after'],
  [{ limit: '0' }, 'limit'],
  [{ documentId: '7' }, 'documentId'],
])('%j is refused by the name of the field', async (query, field) => {
  const problem = await problemOf(
    await amina.get(
      `/api/actions?${new URLSearchParams(query as object as Record<string, string>).toString()}`,
    ),
  )
  expect(problem.code).toBe('request.invalid')
  expect(problem.fields?.[0]?.path.split('.')[0]).toBe(field)
})
