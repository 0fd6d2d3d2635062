import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DocumentFile } from '@vigil/core/documents'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const FIXTURES = join(ROOT, 'packages/server/test/fixtures/documents')
const CONCLUSIONS = resolve(
  ROOT,
  process.env['VIGIL_DATA'] ?? '../shared/data',
  'un/S-AC.51-2023-3.txt',
)
const RESOLUTION =
  'S/RES/5001 (2031)\n\nThe Security Council,\n\n1. Demands that all wells be kept;\n'

const directory = mkdtempSync(join(tmpdir(), 'vigil-read-'))
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

/** Runs `./vigil` as somebody at a terminal would, from another directory. */
function vigil(words: readonly string[], { input = '', lang = 'C' } = {}) {
  const env = { ...process.env, LANG: lang, LC_ALL: '', LC_MESSAGES: '', DATABASE_URL: '' }
  const options = { cwd: directory, env, input, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'vigil'), words, options)
  return { code: status, output: stdout, errors: stderr }
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(directory, name), content)
  return name
}

describe('vigil read', () => {
  test('prints what a document is and its paragraphs with their labels', () => {
    const { code, output, errors } = vigil(['read', write('a.txt', RESOLUTION)])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const [symbol, head, ...lines] = output.split('\n')
    expect(symbol).toBe('S/RES/5001 (2031)')
    expect(head).toMatch(/^Resolution · English · \d+ paragraphs · no repair$/)
    expect(lines).toContain('1  Demands that all wells be kept;')
  })

  test('prints JSON in the published format, and nothing else, with --json', () => {
    const { code, output, errors } = vigil(['read', write('a.txt', RESOLUTION), '--json'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const reading = DocumentFile.parse(JSON.parse(output))
    expect(reading.document).toMatchObject({ symbol: 'S/RES/5001 (2031)', kind: 'resolution' })
    expect(reading.source.characters).toBe(RESOLUTION.length)
    expect(reading).toMatchObject({ envelopes: [], views: [] })
    expect(reading.clauses).toMatchObject([
      { eid: 'para_1__clause_1', kind: 'directive', text: 'Demands that all wells be kept' },
    ])
  })

  test('reads standard input for -', () => {
    const { code, output } = vigil(['read', '-', '--json'], { input: RESOLUTION })
    expect(code).toBe(0)
    expect(DocumentFile.parse(JSON.parse(output)).document.symbol).toBe('S/RES/5001 (2031)')
  })

  test.each(['letter-chromium.pdf', 'letter-libreoffice.docx', 'letter.html'])(
    'reads %s and ends by itself',
    (name) => {
      const { code, output } = vigil(['read', join(FIXTURES, name), '--json'])
      expect(code).toBe(0)
      expect(DocumentFile.parse(JSON.parse(output)).paragraphs.length).toBeGreaterThan(3)
    },
  )

  test('believes what is said about the document', () => {
    const words = ['--language', 'fr', '--kind', 'report', '--symbol', 'S/2031/1', '--json']
    const { output } = vigil(['read', write('a.txt', RESOLUTION), ...words])
    expect(DocumentFile.parse(JSON.parse(output)).document).toMatchObject({
      language: 'fr',
      kind: 'report',
      symbol: 'S/2031/1',
    })
  })

  test('takes a document of unknown kind and language as it is', () => {
    const { code, output } = vigil(['read', write('b.txt', '12 34\n\n56 78\n'), '--json'])
    expect(code).toBe(0)
    const { document } = DocumentFile.parse(JSON.parse(output))
    expect(document).toMatchObject({ kind: 'other', language: null, symbol: null, title: null })
  })

  test('speaks French where the terminal does', () => {
    const { output } = vigil(['read', write('a.txt', RESOLUTION)], { lang: 'fr_FR.UTF-8' })
    expect(output).toMatch(/^Résolution · anglais · \d+ paragraphes · aucune réparation$/m)
    const { code, errors } = vigil(['read', 'missing.txt'], { lang: 'fr' })
    expect(code).toBe(1)
    expect(errors).toMatch(/^Le fichier missing\.txt n’existe pas\s; vérifiez son nom/)
  })

  test('shows how it is used, with an example', () => {
    const { code, output } = vigil(['read', '--help'])
    expect(code).toBe(0)
    expect(output).toContain('./vigil read S-AC.51-2023-3.pdf')
  })

  test('cannot be bothered by a reader that stops early', () => {
    const command = `"${join(ROOT, 'vigil')}" read "${join(FIXTURES, 'letter.html')}" | head -1`
    const { stderr } = spawnSync('/bin/sh', ['-c', command], { encoding: 'utf8' })
    expect(stderr).toBe('')
  })
})

describe('vigil read refuses in one sentence, exit code 1 and nothing on standard output', () => {
  const large = write('large.txt', '')
  truncateSync(join(directory, large), 200 * 1024 * 1024)

  test.each([
    ['a file that is not there', 'nowhere.txt', /^There is no file nowhere\.txt;/],
    ['a directory', directory, / is a directory; /],
    ['an empty file', write('empty.txt', ''), /^empty\.txt: The file is empty; /],
    ['a file of 200 MB', large, /^large\.txt: The file is larger than 50\sMB; /],
    ['a file that never ends', '/dev/zero', /^zero: The file is larger than 50\sMB; /],
    ['a PDF with a password', join(FIXTURES, 'encrypted.pdf'), / protected by a password; /],
    ['a PDF of pictures', join(FIXTURES, 'scan.pdf'), / holds no text, /],
    [
      'broken UTF-8',
      write('c.txt', Buffer.from('c3a9c3a9c32820e28099e28220', 'hex')),
      / cannot be read; /,
    ],
  ])('%s', (_, path, sentence) => {
    const { code, output, errors } = vigil(['read', path])
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(sentence)
    expect(errors).toMatch(/^[^\n]+\.\n$/)
  })
})

describe('vigil read knows a wrong command line by exit code 2', () => {
  test.each([
    ['no file', ['read']],
    ['two files', ['read', 'a.txt', 'b.txt']],
    ['an option that is none', ['read', 'a.txt', '--jason']],
    ['a language that is none', ['read', 'a.txt', '--language', 'tlh']],
    ['a kind that is none', ['read', 'a.txt', '--kind', 'poem']],
  ])('%s', (_, words) => {
    const { code, output, errors } = vigil(words)
    expect({ code, output }).toEqual({ code: 2, output: '' })
    expect(errors).toMatch(/^[^\n]+\.\n$/)
  })
})

describe.skipIf(!existsSync(CONCLUSIONS))('vigil read of the conclusions on Mali', () => {
  test('shows the messages, and under each point what it does and whom it speaks to', () => {
    const { output } = vigil(['read', CONCLUSIONS])
    expect(output).toMatch(
      /^8 messages, 111 clauses, \d+ of them ask for something · \d+ views of the members$/m,
    )
    expect(output).toContain(
      '= Letter: President of the Security Council → the Secretary-General\n',
    )
    expect(output).toMatch(
      /\n7 \(b\) .*\n +- “also requesting” · Asks for something · Secretary-General/,
    )
  })

  test('prints its 46 labelled points within a second or so', () => {
    const start = performance.now()
    const { output } = vigil(['read', CONCLUSIONS, '--json'])
    const seconds = (performance.now() - start) / 1000
    process.stdout.write(`Measured: vigil read, cold: ${seconds.toFixed(2)} s\n`)
    const { paragraphs, source } = DocumentFile.parse(JSON.parse(output))
    expect(paragraphs.filter(({ kind, label }) => kind === 'point' && label !== null)).toHaveLength(
      46,
    )
    expect(source.characters).toBe(readFileSync(CONCLUSIONS, 'utf8').replaceAll('\r', '').length)
  })
})
