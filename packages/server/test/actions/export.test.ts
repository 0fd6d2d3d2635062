import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ActionList } from '@vigil/contract/schemas'
import { afterAll, expect, test } from 'vitest'
import { bringIn, resolution } from '../documents/library.ts'
import { problemOf, signUp, startApp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'

const { db } = await freshDatabase()
const { app, clock } = startApp(db)
const amina = await signUp(app)
const directory = mkdtempSync(join(tmpdir(), 'vigil-export-'))
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

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

test('the list is taken along as a workbook that other programs open', async () => {
  const bytes = await take('/api/actions/export/xlsx')
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  const file = join(directory, 'actions.xlsx')
  writeFileSync(file, bytes)
  const sheet = execFileSync('unzip', ['-p', file, 'xl/worksheets/sheet1.xml']).toString()
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain('é灯台')
  expect(sheet.match(/<row /g)).toHaveLength(3)
})

/** The part of LibreOffice that reads spreadsheets. */
const CALC = '/usr/lib/libreoffice/program/libsclo.so'

test.skipIf(!existsSync(CALC))(
  'LibreOffice reads the workbook as the CSV says it',
  async () => {
    const file = join(directory, 'read.xlsx')
    writeFileSync(file, await take('/api/actions/export/xlsx'))
    const profile = `-env:UserInstallation=file://${join(directory, 'profile')}`
    const to = ['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', directory]
    execFileSync('soffice', [profile, '--headless', ...to, file], { stdio: 'ignore' })
    const read = readFileSync(join(directory, 'read.csv'), 'utf8')
    expect(read).toContain('Urges all parties to spare “schools”, wells, and é灯台')
    expect(read).toContain('=HYPERLINK(')
    expect(read.trim().split('\n')).toHaveLength(3)
  },
  120_000,
)

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
  const file = join(directory, 'many.xlsx')
  writeFileSync(file, await take(`/api/actions/export/xlsx?${query}`))
  const sheet = execFileSync('unzip', ['-p', file, 'xl/worksheets/sheet1.xml'])
  expect(sheet.toString().match(/<row /g)).toHaveLength(1201)
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
