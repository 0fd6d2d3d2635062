import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

const directory = mkdtempSync(join(tmpdir(), 'vigil-count-'))
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

/** Runs `./vigil count` as somebody at a terminal would. */
function count(words: readonly string[], { input = '', lang = 'C' } = {}) {
  const env = { ...process.env, LANG: lang, LC_ALL: '', LC_MESSAGES: '', DATABASE_URL: '' }
  const options = { cwd: directory, env, input, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'vigil'), ['count', ...words], options)
  return { code: status, output: stdout, errors: stderr }
}

function write(name: string, content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  writeFileSync(join(directory, name), text)
  return name
}

const QUARTER = {
  id: 'Q1',
  kind: 'global_horizontal_note',
  start: '2031-01-01',
  end: '2031-03-31',
  cutoff: '2031-03-31',
  previousCutoff: '2030-12-31',
  months: 3,
}
const BUNDLE = {
  regions: [{ id: 'NORTH' }],
  parties: [{ id: 'RIVER', class: 'armed_group' }],
  children: [
    { id: 'C-1', sex: 'male' },
    { id: 'C-2', sex: 'female' },
  ],
  incidents: [
    {
      id: 'I-1',
      region: 'NORTH',
      violations: [
        {
          id: 'V-1',
          category: 'abduction',
          start: '2031-02-03',
          victims: [{ child: 'C-1', ageAtStart: 12 }, { child: 'C-2' }],
          attribution: { kind: 'party', party: 'RIVER' },
          statusHistory: [
            { on: '2031-02-04', status: 'report_pending_verification' },
            { on: '2031-02-20', status: 'verified' },
          ],
        },
      ],
    },
  ],
  reports: [QUARTER],
}
const file = write('bundle.json', BUNDLE)

describe('vigil count', () => {
  test('prints the figures of each report and of the whole as JSON, and nothing else', () => {
    const { code, output, errors } = count([file, '--json'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const figures = JSON.parse(output) as Record<string, { inPeriod: object }>
    expect(Object.keys(figures)).toEqual([
      'Q1',
      'actionPlanSignals',
      'excludedEverywhere',
      'funding',
      'baseline',
    ])
    expect(figures['Q1']?.inPeriod).toMatchObject({
      byCategory: { abduction: 2 },
      distinctChildren: { total: 2, male: 1, female: 1, unknown: 0 },
      byAttribution: { RIVER: 2 },
    })
  })

  test('prints one report alone where it is asked for, from standard input too', () => {
    const { output } = count(['-', '--report', 'Q1', '--json'], { input: JSON.stringify(BUNDLE) })
    expect(Object.keys(JSON.parse(output) as object)).toEqual(['Q1'])
  })

  test('prints tables for people, in their language', () => {
    expect(count([file]).output).toMatch(/^ {2}abduction +2 +– +–$/m)
    expect(count([file], { lang: 'fr_FR.UTF-8' }).output).toMatch(/^ {2}enlèvements +2 +– +–$/m)
  })

  test('names the reports there are where another is asked for', () => {
    expect(count([file, '--report', 'Q9'])).toEqual({
      code: 1,
      output: '',
      errors: 'The bundle has no report Q9; its reports are: Q1.\n',
    })
  })

  test.each([
    [
      'a cut-off before the end',
      { ...BUNDLE, reports: [{ ...QUARTER, cutoff: '2031-03-30' }] },
      'bad.json: Report Q1 has its cut-off before the end of its period (K2); set the cut-off to the last day of the period or later.\n',
    ],
    [
      'a code that is not known',
      { ...BUNDLE, parties: [{ id: 'RIVER', class: 'army' }] },
      'bad.json: The bundle has a code that is not known at parties.0.class (“army”); use one of the codes that docs/schemas/vigil-bundle-1.schema.json lists there.\n',
    ],
    [
      'text that stops being JSON',
      '{"reports": [}',
      'bad.json: The file is not JSON from line 1, column 14; look for a missing comma, quotation mark or bracket there.\n',
    ],
    [
      'lists in lists in lists',
      `{"more": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'bad.json: The bundle has lists or objects deeper in each other than 64 levels; give a bundle of the form of docs/schemas/vigil-bundle-1.schema.json.\n',
    ],
  ])('refuses %s in one sentence and prints nothing', (_, bundle, sentence) => {
    expect(count([write('bad.json', bundle), '--json'])).toEqual({
      code: 1,
      output: '',
      errors: sentence,
    })
  })

  test('refuses a file above 200 MB by its size', () => {
    truncateSync(join(directory, write('large.json', '')), 200 * 1024 * 1024 + 1)
    expect(count(['large.json'])).toEqual({
      code: 1,
      output: '',
      errors:
        'large.json: The bundle is larger than 200 MB; divide it by years and count the parts.\n',
    })
  })
})
