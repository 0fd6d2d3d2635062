import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CORE = join(import.meta.dirname, '../..')
const TABLE = join(CORE, '../../docs/measures/record-rules.md')
/** How many rules each letter of mrm.md has. */
const RULES = { VER: 10, ATT: 6, KM: 5, RU: 7, SV: 4, AS: 6, AB: 4, DH: 4 } as const
/** Rules of the same chapters that ask for something else than the record. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'R-VER-6': 'the way of a report to headquarters: with reports',
  'R-VER-7': 'signatures over a report: with reports',
  'R-ATT-3': 'shares in percent: with counting',
  'R-SV-3': 'a sentence of every report: with reports',
}
const LEAD = `# Rules of the record, and what tests them

Every rule of mrm.md 2.3 to 2.8, 3 and 4 about violations, verification and attribution, beside the cases that fail where it is broken. Cases stand in \`packages/core/vectors\`, tests in \`packages/core/test\`. This page is written by \`packages/core/test/record/rule-table.test.ts\` (update it with \`-u\`), which fails where a rule has no test.

| rule | tested by |
| --- | --- |
`

interface Case {
  readonly rule: string
  readonly where: string
}

/** Every case of the vectors that names its rule, wherever in the file it stands. */
function casesIn(value: unknown, file: string): Case[] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'rule' in value && 'name' in value
      ? [{ rule: String(value.rule), where: `${file} › ${String(value.name)}` }]
      : []
  return [...own, ...Object.values(value).flatMap((inner) => casesIn(inner, file))]
}

function vectorCases(): Case[] {
  return ['record', 'verification'].flatMap((folder) =>
    readdirSync(join(CORE, 'vectors', folder))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const text = readFileSync(join(CORE, 'vectors', folder, name), 'utf8')
        return casesIn(JSON.parse(text), `vectors/${folder}/${name.replace('.json', '')}`)
      }),
  )
}

/** Tests and cases whose own name says which rules they are about. */
function namedCases(): Case[] {
  return ['record', 'verification'].flatMap((folder) =>
    readdirSync(join(CORE, 'test', folder))
      .filter((name) => name.endsWith('.test.ts') && name !== 'rule-table.test.ts')
      .flatMap((name) => {
        const text = readFileSync(join(CORE, 'test', folder, name), 'utf8')
        const titles = [...text.matchAll(/(?:test\(|^\s*\[)\s*'([^'\n]*R-[^'\n]*)'/gm)].map(
          ([, one = '']) => one,
        )
        const file = `test/${folder}/${name.replace('.test.ts', '')}`
        return titles.flatMap((title) =>
          [...title.matchAll(/R-[A-Z]+-\d+/g)].map(([rule]) => ({
            rule,
            where: `${file} › ${title}`,
          })),
        )
      }),
  )
}

test('every rule has a test that would fail without it, or is said to stand elsewhere', async () => {
  const cases = [...vectorCases(), ...namedCases(), ...titledCases()]
  const rules = Object.entries(RULES).flatMap(([letters, count]) =>
    Array.from({ length: count }, (_, at) => `R-${letters}-${at + 1}`),
  )
  const rows = rules.map((rule) => {
    const found = cases.filter((one) => one.rule === rule).map(({ where }) => where)
    return { rule, found, elsewhere: ELSEWHERE[rule] }
  })
  const untested = rows.filter(
    ({ found, elsewhere }) => found.length === 0 && elsewhere === undefined,
  )
  expect(untested.map(({ rule }) => rule)).toEqual([])
  const lines = rows.map(
    ({ rule, found, elsewhere }) =>
      `| ${rule} | ${[...found, ...(elsewhere ? [elsewhere] : [])].join('<br>')} |\n`,
  )
  await expect(LEAD + lines.join('')).toMatchFileSnapshot(TABLE)
})

/** Stories whose name begins with the rule. */
function titledCases(): Case[] {
  const text = readFileSync(join(CORE, 'vectors/record/stories.json'), 'utf8')
  return [...text.matchAll(/"name": "(R-[A-Z]+-\d+): ([^"]+)"/g)].map(
    ([, rule = '', name = '']) => ({
      rule,
      where: `vectors/record/stories › ${name}`,
    }),
  )
}
