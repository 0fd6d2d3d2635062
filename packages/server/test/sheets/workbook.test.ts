import { CFB, read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, toSafeText } from '../../src/sheets/cell.ts'
import { type Sheet, writeWorkbook } from '../../src/sheets/workbook.ts'
import { readSheet, textsOf } from './workbook.ts'

async function write(rows: Cell[][], more: Partial<Sheet> = {}): Promise<Uint8Array> {
  const sheet = {
    name: 'Clauses',
    widths: [20, 20],
    headings: ['One', 'Two'],
    rows: (async function* () {
      yield* rows
    })(),
    ...more,
  }
  return new Uint8Array(await new Response(writeWorkbook(sheet)).arrayBuffer())
}

test('texts and numbers stay what they are; what begins like a formula is a text', async () => {
  const bytes = await write([
    ['Côte d’Ivoire, 灯台, “x” <&>', 7],
    ['=1+1', null],
    ['007', -3.5],
    ['  two blanks  ', 0],
    ['one\nline\nmore', 1],
  ])
  const sheet = readSheet(bytes)
  expect(textsOf(sheet)).toEqual([
    ['One', 'Two'],
    ['Côte d’Ivoire, 灯台, “x” <&>', '7'],
    [`'=1+1`, ''],
    ['007', '-3.5'],
    ['  two blanks  ', '0'],
    ['one\nline\nmore', '1'],
  ])
  expect([sheet['A4'], sheet['B4']]).toMatchObject([{ t: 's' }, { t: 'n' }])
})

test('what looks like the escape of a character stays as it is written', async () => {
  // The reader above undoes escapes twice, so the file itself is looked at.
  const archive = CFB.read(
    await write([
      ['_x0041_ and _x000d_', '_x41_'],
      ['__x005F_', '_x0041'],
    ]),
    {
      type: 'buffer',
    },
  )
  const sheet = CFB.find(archive, '/xl/worksheets/sheet1.xml')?.content
  const values = Buffer.from(sheet ?? [])
    .toString('utf8')
    .matchAll(/<v>([^<]*)<\/v>/g)
  expect([...values].map(([, value]) => value)).toEqual([
    'One',
    'Two',
    '_x005F_x0041_ and _x005F_x000d_',
    '_x41_',
    '__x005F_x005F_',
    '_x0041',
  ])
})

test('a text is as long as a cell may be; a longer one ends in a mark', async () => {
  const texts = ['a', 'é', '灯'].flatMap((sign) => [sign.repeat(32_767), sign.repeat(32_768)])
  const [, ...rows] = textsOf(readSheet(await write(texts.map((text) => [text, 1]))))
  expect(rows.map(([text]) => [text?.length, text?.at(-1)])).toEqual(
    ['a', 'é', '灯'].flatMap((sign) => [
      [32_767, sign],
      [32_767, '…'],
    ]),
  )
  const [, cut] = textsOf(readSheet(await write([[`${'a'.repeat(32_765)}😀😀`, 1]])))
  expect(cut?.[0]).toBe(`${'a'.repeat(32_765)}…`)
})

test('whatever the texts, they come back as they were made safe', async () => {
  const cells = fc.string({ unit: 'binary', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 12 }), async (texts) => {
      const [, ...rows] = textsOf(readSheet(await write(texts.map((text) => [text, 1]))))
      const lines = (text = '') => text.replaceAll(/\r\n?/g, '\n')
      expect(rows.map(([text]) => lines(text))).toEqual(
        texts.map((text) => lines(toSafeText(text))),
      )
    }),
    { numRuns: 60 },
  )
})

test('a sheet without rows has its headings', async () => {
  const { SheetNames, Sheets } = read(await write([]))
  expect(SheetNames).toEqual(['Clauses'])
  expect(utils.sheet_to_json(Sheets['Clauses'] ?? {}, { header: 1 })).toEqual([['One', 'Two']])
})
