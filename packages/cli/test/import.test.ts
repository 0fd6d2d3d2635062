import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const MAIN = join(ROOT, 'packages/cli/src/main.ts')
const NODE = join(ROOT, 'node_modules/.bin/node')

/** What `--json` prints, as far as these tests look at it. */
const Report = z.object({
  files: z.array(
    z.looseObject({
      file: z.string(),
      outcome: z.string(),
      symbol: z.string().nullish(),
      sentence: z.string().optional(),
    }),
  ),
  summary: z.record(z.string(), z.number()),
})

const directory = mkdtempSync(join(tmpdir(), 'vigil-import-'))
chmodSync(directory, 0o755)
const data = join(directory, 'data')
afterAll(() => {
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
})

function environment(lang = 'C') {
  return { ...process.env, LANG: lang, LC_ALL: '', LC_MESSAGES: '', DATABASE_URL: '' }
}

function vigilImport(words: readonly string[], lang = 'C') {
  const options = { cwd: directory, env: environment(lang), encoding: 'utf8' } as const
  const line = [MAIN, 'import', '--data', data, ...words]
  const { status, stdout, stderr } = spawnSync(NODE, line, options)
  return { code: status, output: stdout, errors: stderr }
}

function write(name: string, content: string): void {
  writeFileSync(join(directory, name), content)
}

function resolution(symbol: string, about: string): string {
  return `${symbol}\n\nThe Security Council,\n\n1. Demands that all ${about} be kept;\n`
}

beforeAll(() => {
  mkdirSync(join(directory, 'texts/more'), { recursive: true })
  write('texts/a.txt', resolution('S/RES/4001 (2031)', 'wells'))
  write('texts/b.txt', resolution('S/RES/4002 (2031)', 'roads'))
  write('texts/more/c.html', `<p>${resolution('S/RES/4003 (2031)', 'mills')}</p>`)
  write('texts/empty.txt', '')
  write('texts/table.csv', 'a,b\n')
})

describe('vigil import', () => {
  test('brings in a folder, says what became of each file, and refuses at the end', () => {
    const { code, output, errors } = vigilImport(['texts'])
    expect(output.split('\n')).toEqual([
      'texts/table.csv: left out, not text, PDF, DOCX or HTML by its name',
      'texts/a.txt: brought in as S/RES/4001 (2031), English',
      'texts/b.txt: brought in as S/RES/4002 (2031), English',
      expect.stringMatching(/^texts\/empty\.txt: The file is empty; /),
      expect.stringMatching(/^texts\/more\/c\.html: brought in as .*, English$/),
      '3 brought in, 0 already held, 1 refused, 1 left out',
      '',
    ])
    expect(errors).toBe('1 file was refused; see the report for why.\n')
    expect(code).toBe(1)
  })

  test('goes on where it stopped: what is held is not brought in again', () => {
    write('texts/d.txt', resolution('S/RES/4004 (2031)', 'fields'))
    const { code, output } = vigilImport(['texts/a.txt', 'texts/b.txt', 'texts/d.txt', '--json'])
    expect(code).toBe(0)
    const { files, summary } = Report.parse(JSON.parse(output))
    expect(files.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'new'])
    expect(summary).toEqual({ imported: 1, held: 2, refused: 0, leftOut: 0 })
  })

  test('takes a new version only where it is asked for, and another language as it is', () => {
    write('new.txt', resolution('S/RES/4001(2031)', 'springs'))
    const refused = vigilImport(['new.txt'])
    expect(refused.code).toBe(1)
    expect(refused.output).toMatch(/^new\.txt: A document with this symbol is already held/)
    const { code, output } = vigilImport(['new.txt', '--new-version'])
    expect(code).toBe(0)
    expect(output).toContain('new.txt: new version of S/RES/4001 (2031), English\n')
    write('fr.txt', 'Le Conseil de sécurité,\n\n1. Exige que les puits soient gardés ;\n')
    const french = vigilImport(['fr.txt', '--symbol', 'S/RES/4001 (2031)', '--language', 'fr'])
    expect(french.output).toContain('fr.txt: added to S/RES/4001 (2031) as French\n')
  })

  test('works on the data of a Vigil that is running, and leaves it running', async () => {
    const line = [MAIN, 'serve', '--port', '0', '--data', data]
    const server = spawn(NODE, line, { cwd: directory, env: environment() })
    const ended = once(server, 'exit')
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      server.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const found = /Vigil is ready: (\S+)/.exec(said)?.[1]
        if (found) resolve(found)
      })
      void ended.then(() => {
        reject(new Error(`vigil serve ended: ${said}`))
      })
    })
    write('e.txt', resolution('S/RES/4005 (2031)', 'bridges'))
    const { code, output } = vigilImport(['e.txt'], 'fr')
    expect(output).toMatch(/^e\.txt\s: versé sous S\/RES\/4005 \(2031\), anglais$/m)
    expect(code).toBe(0)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    server.kill('SIGTERM')
    await ended
  })

  test.each([
    ['a symbol for several files', ['texts', '--symbol', 'S/1'], 1],
    ['a symbol that is none', ['new.txt', '--symbol', '--'], 1],
    ['no file', [], 2],
    ['an option that is none', ['new.txt', '--overwrite'], 2],
  ])('refuses %s in one sentence', (_, words, exit) => {
    const { code, output, errors } = vigilImport(words)
    expect({ code, output }).toEqual({ code: exit, output: '' })
    expect(errors).toMatch(/^[^\n]+\.\n$/)
  })
})
