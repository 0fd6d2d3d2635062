import { read } from '@e965/xlsx'
import { ActionList } from '@vigil/contract/schemas'
import { expect, test } from 'vitest'
import { bringIn, resolution } from '../documents/library.ts'
import { problemOf, signUp, startApp } from '../support/client.ts'
import { readSheet, textsOf } from '../sheets/workbook.ts'
import { freshDatabase } from '../support/database.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)
const amina = await signUp(app)
const TITLE = '=HYPERLINK("https://example.org","=1+1")'
const { document } = await bringIn(
  amina,
  resolution('S/RES/9501 (2031)', 'Urges all parties to spare “schools”, wells, and é灯台;'),
)
await amina.json('PATCH', `/api/documents/${document.id}`, { title: TITLE })
clock.advance(1000)
await bringIn(amina, resolution('S/RES/9502 (2031)', 'Welcomes the release of children;'))

async function take(path: string): Promise<Buffer> {
  const answer = await amina.get(path)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return Buffer.from(await answer.arrayBuffer())
}

/** Reads what `writeCsv` writes: every text in quotation marks. */
function parseCsv(text: string): string[][] {
  return text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) =>
        (quoted ?? plain ?? '').replaceAll('""', '"'),
      ),
    )
}

test('the list is taken along as CSV that Excel reads as UTF-8', async () => {
  const answer = await amina.get('/api/actions/export/csv?kind=directive')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toContain('filename="actions.csv"')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const [headings, ...rows] = parseCsv(bytes.toString().slice(1))
  expect(headings?.slice(0, 3)).toEqual(['Symbol', 'Document', 'Date'])
  expect(rows).toHaveLength(1)
  expect(rows[0]?.[6]).toBe('Urges all parties to spare “schools”, wells, and é灯台')
})

test('no cell is taken for a formula', async () => {
  const csv = (await take('/api/actions/export/csv')).toString()
  expect(csv).toContain(`"'=HYPERLINK(""https`)
  for (const cell of parseCsv(csv.slice(1)).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
})

test('list and export are the same clauses, whatever is asked for', async () => {
  for (const query of ['', 'kind=directive', 'words=release', 'addressee=all_parties,donors']) {
    const answer = await amina.get(`/api/actions?${query}`)
    const listed = ActionList.parse(await answer.json()).actions.map(({ text }) => text)
    const csv = (await take(`/api/actions/export/csv?${query}`)).toString()
    const exported = parseCsv(csv.slice(1)).slice(1)
    expect(exported.map((row) => row[6])).toEqual(listed)
  }
})

test('headings and names of codes are in the language asked for', async () => {
  const csv = (await take('/api/actions/export/csv?headings=fr')).toString()
  const [headings, row] = parseCsv(csv.slice(1))
  expect(headings?.[0]).toBe('Cote')
  expect(row?.at(-5)).toBe('expressive')
})

test('the workbook says to another program what the CSV says', async () => {
  const sheet = readSheet(await take('/api/actions/export/xlsx'))
  const csv = (await take('/api/actions/export/csv')).toString()
  expect(textsOf(sheet)).toEqual(parseCsv(csv.slice(1)))
  expect(sheet['A2']?.v).toBe('S/RES/9502 (2031)')
  expect(sheet['B3']?.v).toBe(`'${TITLE}`)
  expect(sheet['G3']?.v).toBe('Urges all parties to spare “schools”, wells, and é灯台')
})

test('the sheet is named in the language asked for', async () => {
  const names = await Promise.all(
    ['en', 'fr'].map(
      async (language) =>
        read(await take(`/api/actions/export/xlsx?headings=${language}`)).SheetNames,
    ),
  )
  expect(names).toEqual([['Actions'], ['Mesures']])
})

test('more clauses than are read at once come whole and in order', async () => {
  const wells = Array.from({ length: 600 }, (_, index) => `well ${index}`)
  const many = wells.map(
    (well) => `Urges all parties to spare ${well}, and requests a report on it;`,
  )
  clock.advance(1000)
  const { document: long } = await bringIn(amina, resolution('S/RES/9503 (2031)', ...many))
  const query = `documentId=${long.id}`
  const rows = parseCsv((await take(`/api/actions/export/csv?${query}`)).toString().slice(1))
  expect(rows).toHaveLength(1201)
  expect(rows.filter((_, index) => index % 2 === 1).map((row) => row[6])).toEqual(
    wells.map((well) => `Urges all parties to spare ${well}`),
  )
  const sheet = readSheet(await take(`/api/actions/export/xlsx?${query}`))
  expect(textsOf(sheet)).toEqual(rows)
})

test('whoever goes away in the middle keeps no connection to the database', async () => {
  for (const format of ['csv', 'xlsx']) {
    for (let time = 0; time < 10; time += 1) {
      const answer = await amina.get(`/api/actions/export/${format}`)
      await answer.body?.cancel()
    }
  }
  expect((await take('/api/actions/export/csv')).length).toBeGreaterThan(1000)
})

test('a form that is none, and a filter that means nothing, are refused', async () => {
  const code = async (path: string) => (await problemOf(await amina.get(path))).code
  expect(await code('/api/actions/export/pdf')).toBe('request.invalid')
  expect(await code('/api/actions/export/csv?kind=friendly')).toBe('request.invalid')
})
