import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '@vigil/contract/schemas'
import { isData } from '../../../src/documents/extract/data.ts'
import { sniff } from '../../../src/documents/extract/sniff.ts'
import { extractFile, fixture, hasTexts, sourceText, TEXTS } from './support.ts'
import { zip } from './zip.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

const TABLE = '# made by hand\nyear;party;"killed; maimed"\n2030;"A; B";1\n2031;C;2\n2032;D;3\n'

/** What each bad file is refused for. */
const REFUSED: ReadonlyArray<[string, Uint8Array, string, string]> = [
  ['an empty file', new Uint8Array(), 'a.txt', 'file.empty'],
  ['a file of blanks', Buffer.from(' \n\t\n '), 'a.txt', 'file.empty'],
  ['a page without text', Buffer.from('<!doctype html><p> </p>'), 'a.html', 'file.empty'],
  ['a file larger than allowed', new Uint8Array(MAX_FILE_BYTES + 1), 'a.pdf', 'file.tooLarge'],
  ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex'), 'a.txt', 'file.unknownType'],
  ['a binary file', Buffer.from([1, 2, 3, 0, 255, 0, 0, 7]), 'a.bin', 'file.unknownType'],
  ['a zip archive of something else', emptyArchive(), 'a.zip', 'file.unknownType'],
  ['a workbook', archiveOf('xl/workbook.xml'), 'a.xlsx', 'file.unknownType'],
  ['slides', archiveOf('ppt/presentation.xml'), 'a.pptx', 'file.unknownType'],
  ['an OpenDocument text', archiveOf('mimetype', 'content.xml'), 'a.odt', 'file.unknownType'],
  ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'a.jpg', 'file.unknownType'],
  ['a TIFF', Buffer.from('49492a0008000000', 'hex'), 'a.tif', 'file.unknownType'],
  ['RTF', Buffer.from('{\\rtf1\\ansi The Council}'), 'a.rtf', 'file.unknownType'],
  ['SVG', Buffer.from('<!-- --><svg xmlns="x"><text>War</text></svg>'), 'a', 'file.unknownType'],
  ['XML', Buffer.from('\u{feff}<?xml version="1.0"?><feed>War</feed>'), 'a', 'file.unknownType'],
  ['JSON', Buffer.from('{"text": "The Council"}\n'), 'a.txt', 'file.unknownType'],
  ['a table in CSV', Buffer.from(TABLE), 'a.txt', 'file.unknownType'],
  ['a table in TSV', Buffer.from(TABLE.replaceAll(';', '\t')), 'a', 'file.unknownType'],
  ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.doc', 'file.unknownType'],
  ['a Word file with a passphrase', encryptedWord(), 'a.docx', 'file.encrypted'],
  ['a PDF with a passphrase', fixture('encrypted.pdf'), 'a.pdf', 'file.encrypted'],
  ['a scanned PDF', fixture('scan.pdf'), 'a.pdf', 'file.noText'],
  [
    'the head of a PDF only',
    fixture('letter-chromium.pdf').subarray(0, 400),
    'a.pdf',
    'file.damaged',
  ],
  ['a text that calls itself PDF', Buffer.from('Not found'), 'a.pdf', 'file.damaged'],
  [
    'a cut Word file',
    fixture('conclusions-numbered.docx').subarray(0, 9000),
    'a.docx',
    'file.damaged',
  ],
  [
    'UTF-16 without its mark',
    Buffer.from('Working Group on Children', 'utf16le'),
    'a.txt',
    'file.wrongEncoding',
  ],
  [
    'Russian in windows-1251',
    latin('Ñîâåò Áåçîïàñíîñòè ïîñòàíîâëÿåò'),
    'a.txt',
    'file.wrongEncoding',
  ],
  [
    'UTF-8 broken in one place',
    Buffer.concat([Buffer.from('l’Azawad, l’été, Ségou '), latin('\xe9')]),
    'a.txt',
    'file.wrongEncoding',
  ],
]

describe('a bad file is refused with one problem', () => {
  it.each(REFUSED)('%s', async (...[, bytes, name, problem]) => {
    expect(await extractFile(bytes, name)).toMatchObject({ ok: false, problem })
  })

  it('a scanned PDF says how many pages it has', async () => {
    expect(await extractFile(fixture('scan.pdf'), 'a.pdf')).toMatchObject({ values: { pages: 1 } })
  })
})

describe('a file is told by its content', () => {
  it('a PDF is read whatever it is called', async () => {
    const extracted = await extractFile(fixture('letter-chromium.pdf'), 'letter.txt')
    expect(extracted).toMatchObject({ ok: true, mediaType: 'application/pdf', pages: 2 })
  })

  it('a PDF with a page and an archive hidden behind its end is a PDF and nothing else', async () => {
    const polyglot = Buffer.concat([
      fixture('letter-chromium.pdf'),
      Buffer.from('<html><script>alert(1)</script><p>smuggled</p></html>'),
      fixture('conclusions-numbered.docx'),
    ])
    const extracted = await extractFile(polyglot, 'letter.docx')
    expect(extracted).toMatchObject({ ok: true, mediaType: 'application/pdf' })
    expect(extracted.ok && extracted.text).not.toContain('smuggled')
  })

  it('a text that mentions PDF and tags is a text', async () => {
    const text = 'A file begins with %PDF- and a page with <html>.\n'
    expect(await extractFile(Buffer.from(text), 'note.txt')).toEqual({
      ok: true,
      mediaType: 'text/plain',
      text,
      pages: null,
    })
  })
})

describe('a text that only looks like data is read', () => {
  it.each([
    ['a list with commas', 'Guns, mines, shells,\nwells, schools, roads,\nAll of it, all, gone.\n'],
    ['numbered points with tabs', '1.\tRecalls\n2.\tStresses\n3.\tDecides\n4.\tRequests\n'],
    ['a text in brackets', '[The Council]\n\n1. Recalls the harvest;\n'],
    ['a text in braces', '{The Council} recalls the harvest.\n'],
    ['a text about tags', 'An <svg> element draws; <?xml opens XML.\n'],
  ])('%s', async (_, text) => {
    expect(await extractFile(Buffer.from(text), 'a.txt')).toMatchObject({ ok: true, text })
  })
})

it('what stands before the first element takes no time to step over', () => {
  const before = process.threadCpuUsage()
  expect(sniff(Buffer.from('<!---->'.repeat(280)), 'a.txt')).toBe('text')
  const { user, system } = process.threadCpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(500)
})

describe.skipIf(!hasTexts)('the tables at hand are told from the texts at hand', () => {
  it.each(globSync('**/*.csv', { cwd: TEXTS }))('%s', async (name) => {
    const bytes = readFileSync(join(TEXTS, name))
    expect(await extractFile(bytes, 'a.txt')).toEqual({ ok: false, problem: 'file.unknownType' })
  })

  it('no text is taken for data', () => {
    const texts = globSync('**/*.txt', { cwd: TEXTS })
    expect(texts.length).toBeGreaterThan(65)
    expect(texts.filter((name) => isData(sourceText(name)))).toEqual([])
    expect(texts.filter((n) => sniff(readFileSync(join(TEXTS, n)), 'a') !== 'text')).toEqual([])
  })
})

function archiveOf(...names: readonly string[]): Buffer {
  return zip(names.map((name) => ({ name, content: '<a/>' })))
}

function emptyArchive(): Buffer {
  return Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')
}

function encryptedWord(): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
}
