import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Draft, LetterCheck } from '@vigil/core/letters'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const TEXTS = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const CONCLUSIONS = join(TEXTS, 'S-AC.51-2023-3.txt')

const directory = mkdtempSync(join(tmpdir(), 'vigil-letter-'))
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

/** Runs `./vigil letter` as somebody at a terminal would. */
function letter(words: readonly string[], { input = '', lang = 'C' } = {}) {
  const env = { ...process.env, LANG: lang, LC_ALL: '', LC_MESSAGES: '', DATABASE_URL: '' }
  const options = { cwd: directory, env, input, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'vigil'), ['letter', ...words], options)
  return { code: status, output: stdout, errors: stderr }
}

function write(name: string, content: string): string {
  writeFileSync(join(directory, name), content)
  return name
}

const file = write(
  'ruritania.txt',
  `S/AC.51/2031/9

Conclusions on children and armed conflict in Ruritania

1. During a formal meeting held on 31 March 2031, the Security Council Working Group on Children and Armed Conflict examined the first report of the Secretary-General on children and armed conflict in Ruritania.

2. The members of the Working Group welcomed the report of the Secretary-General.

3. Further to the meeting, and subject to and consistent with applicable international law and relevant Security Council resolutions, including resolutions 1612 (2005) and 2427 (2018), the Working Group agreed to direct action as set out below.

4. The Working Group agreed to recommend that the President of the Security Council transmit a letter to the Secretary-General:

(a) Requesting the Secretary-General to continue to report on violations against children;

(b) Also requesting the Secretary-General to strengthen the country task force on monitoring and reporting.

5. The Working Group agreed to address letters from the Chair of the Working Group to donors:

(a) Encouraging donors to fund reintegration programmes for children.
`,
)
const facts = write(
  'facts.json',
  JSON.stringify({
    format: 'vigil-letter-facts/1',
    country: 'Ruritania',
    symbol: 'S/AC.51/2031/9',
    adoptedOn: '2031-11-13',
    chair: { name: 'Ada Example', signedOn: '2032-01-25', originalLanguage: 'en' },
    president: { name: 'René d’Exemple', signedOn: '2032-01-29', originalLanguage: 'fr' },
    circulatedOn: '2032-01-30',
  }),
)
const GIVEN = [file, '--paragraph', '4', '--facts', facts] as const

describe('vigil letter', () => {
  test('prints the transmittal, a line Annex and the letter, and nothing else', () => {
    const { code, output, errors } = letter(GIVEN)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toMatch(/^Security Council\n\nDistr\.: General\n30 January 2032\nEnglish\n/)
    expect(output).toContain('\n\nAnnex\n\n[Original: English]\n\n')
    expect(output).toContain(
      '\n\n(a) Request you to continue to report on violations against children;',
    )
    expect(output).toMatch(/\n\(Signed\) René d’Exemple\nPresident of the Security Council\n/)
  })

  test('lists what is missing on standard error, and draws it as blanks', () => {
    const { code, output, errors } = letter([file, '--paragraph', '4'])
    expect(code).toBe(0)
    expect(errors).toMatch(/^\d+ facts are missing and stand in the draft as blanks; /)
    expect(errors).toMatch(/^ {2}chair\.name +\[name of the Chair\]$/m)
    expect(output).toContain('(Signed) [name of the Chair]\n')
  })

  test('says what a person must look at', () => {
    const { errors } = letter([file, '--paragraph', '5', '--facts', facts])
    expect(errors).toContain('Form not confirmed by a specimen: ')
  })

  test('leaves points out and counts anew', () => {
    const { output } = letter([...GIVEN, '--leave-out', 'a'])
    expect(output).toContain('Request you to strengthen the country task force')
    expect(output).not.toContain('continue to report')
  })

  test.each([
    ['letter.pdf', '%PDF-'],
    ['letter.DOCX', 'PK'],
    ['letter.txt', 'Security Council\n'],
    ['letter.json', '{\n  "format": "vigil-letter/1"'],
    ['letter', 'Security Council\n'],
  ])('writes %s in the form its ending names, and leaves nothing else behind', (name, start) => {
    const { code, output, errors } = letter([...GIVEN, '-o', name])
    expect({ code, output, errors }).toEqual({ code: 0, output: '', errors: '' })
    expect(readFileSync(join(directory, name), 'latin1').startsWith(start)).toBe(true)
    expect(readdirSync(directory).filter((other) => other.includes('partial'))).toEqual([])
  })

  test('is told the form, too', () => {
    const { output } = letter([...GIVEN, '--format', 'json'])
    expect(Draft.parse(JSON.parse(output)).envelope).toBe('para_4')
  })

  test('reads facts from standard input', () => {
    const input = JSON.stringify({ president: { name: 'Nemo Person' } })
    const { output } = letter([file, '--paragraph', '4', '--facts', '-'], { input })
    expect(output).toContain('(Signed) Nemo Person\n')
  })

  test('shows how it is used, with examples, in the language of the terminal', () => {
    const english = letter(['--help'])
    expect(english.code).toBe(0)
    expect(english.output).toContain('./vigil letter S-AC.51-2023-3.txt --paragraph 7')
    const french = letter(['check', '--help'], { lang: 'fr_FR.UTF-8' })
    expect(french.output).toContain('Des différences sont un résultat')
  })
})

describe('vigil letter refuses in one sentence, exit code 1', () => {
  test.each([
    ['a paragraph that opens no message', ['--paragraph', '3'], {}, / --paragraph: 4, 5\.$/],
    [
      'facts that are no JSON',
      ['--facts', '-'],
      { input: '{"a": }' },
      /^standard input: The facts /,
    ],
    [
      'a date that is none',
      ['--facts', '-'],
      { input: '{"adoptedOn":"31.2.24"}' },
      /“31\.2\.24” in adoptedOn /,
    ],
    [
      'a fact no letter needs',
      ['--facts', '-'],
      { input: '{"chair":{"nam":"A"}}' },
      /“chair\.nam”/,
    ],
    ['facts that are no set', ['--facts', '-'], { input: '[]' }, / not a set of named values; /],
    ['facts that are not there', ['--facts', 'none.json'], {}, /^There is no file none\.json;/],
    ['a point that is not there', ['--leave-out', 'z'], {}, /para_4__point_z/],
    ['every point left out', ['--leave-out', 'a,b'], {}, /every point is left out/],
    [
      'a place that cannot be written',
      ['-o', 'no/where.txt'],
      {},
      /^The file no\/where\.txt cannot /,
    ],
    ['French from English conclusions', ['--language', 'fr'], {}, /same language/],
  ])('%s', (...[, words, options, sentence]) => {
    const { code, output, errors } = letter([file, '--paragraph', '4', ...words], options)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors.trimEnd()).toMatch(sentence)
    expect(errors).toMatch(/^[^\n]+\.\n$/)
  })

  test('a document without messages', () => {
    const { code, errors } = letter([write('note.txt', 'A note.\n'), '--paragraph', '4'])
    expect(code).toBe(1)
    expect(errors).toMatch(/^note\.txt opens no message [^\n]+\.\n$/)
  })
})

describe('vigil letter knows a wrong command line by exit code 2', () => {
  test.each([
    ['no paragraph', [file]],
    ['a paragraph that is none', [file, '--paragraph', 'seven']],
    ['a form that is none', [...GIVEN, '--format', 'odt']],
    ['a PDF on the screen', [...GIVEN, '--format', 'pdf']],
    ['a language without rules', [...GIVEN, '--language', 'zh']],
    ['nothing to leave out', [...GIVEN, '--leave-out', ',']],
    ['a check of nothing', ['check']],
    ['a check that is told how to draft, and from nothing', ['check', file, '--paragraph', '4']],
    ['a check against conclusions without a message', ['check', file, '--conclusions', file]],
  ])('%s', (_, words) => {
    const { code, output, errors } = letter(words)
    expect({ code, output }).toEqual({ code: 2, output: '' })
    expect(errors).toMatch(/^[^\n]+\.\n$/)
  })
})

describe('vigil letter check', () => {
  letter([...GIVEN, '-o', 'out.docx'])
  const text = letter(GIVEN).output
  const edited = write(
    'edited.txt',
    text.replace('continue to report on', 'end').replace('13 November 2031', '14 November 2031'),
  )

  test('compares a Word file with the draft it carries, and says that this proves nothing', () => {
    const { code, output, errors } = letter(['check', 'out.docx'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toMatch(
      /^The letter is as drafted: \d+ paragraphs\.\nCompared with the draft that the file itself carries/,
    )
  })

  test('proves that draft where the conclusions are given', () => {
    const { output } = letter(['check', 'out.docx', '--conclusions', file])
    expect(output).toContain('the conclusions given prove it, word for word')
  })

  test('says that the file carries another draft than the conclusions give', () => {
    const other = write(
      'other.txt',
      readFileSync(join(directory, file), 'utf8').replace('31 March', '1 April'),
    )
    const { output, errors } = letter(['check', 'out.docx', '--conclusions', other])
    expect(errors).toMatch(/^The file carries another draft [^\n]+\n$/)
    expect(output).toMatch(/^The letter differs from its draft: /)
  })

  test('shows each change where it is; differences are the result, not a failure', () => {
    const against = ['--conclusions', file, '--paragraph', '4', '--facts', facts]
    const { code, output } = letter(['check', edited, ...against])
    expect(code).toBe(0)
    expect(output).toMatch(
      /^changed {4}\(a\) {4}Request you to \[-continue to report on-\] \{\+end\+\} violations/m,
    )
    expect(output).toMatch(/\[-13-\] \{\+14\+\} November 2031/)
    const json = letter(['check', edited, ...against, '--json']).output
    expect(LetterCheck.parse(JSON.parse(json))).toMatchObject({ same: false })
    expect(JSON.parse(json)).toMatchObject({ basis: 'drafted' })
  })

  test('refuses a letter that carries no draft, and says what to give', () => {
    const { code, output, errors } = letter(['check', edited])
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(/^edited\.txt carries no draft of Vigil; [^\n]+--paragraph\.\n$/)
  })
})

describe.skipIf(!existsSync(CONCLUSIONS))('vigil letter of the conclusions on Mali', () => {
  test('prints the letter of 29 January 2024', () => {
    const { output, errors } = letter([
      CONCLUSIONS,
      '--paragraph',
      '7',
      '--facts',
      join(TEXTS, 'letter-facts.json'),
    ])
    expect(errors).toBe('')
    expect(output).toContain(
      '(c) Further request you to ensure that the United Nations country task force',
    )
    const prints = output.split('\n').filter((line) => line === 'Annex')
    expect(prints).toHaveLength(1)
  })
})
