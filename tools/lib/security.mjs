// The three tables of docs/security, printed from what ties requirements, findings and claims to named tests.
// A test that is named and does not exist, or a requirement without a word, is an error.
//
// A test is named `place › name`: `server/http/headers` is packages/server/test/http/headers.test.ts,
// `e2e/shell` packages/web/e2e/shell.test.ts, and the name stands in that file as it is written.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'docs/security')

/** Chapters of ASVS in which nothing of level 2 may be passed over in silence. */
const CHAPTERS = ['V6', 'V7', 'V8', 'V11', 'V16']
const FEWEST_TESTS = 120

/** @typedef {string[] | { notApplicable: string } | { open: string }} Proof */
/** @typedef {{ source: string, sections: Record<string, string>, requirements: Record<string, number> }} Standard */
/** @typedef {{ id: string, what: string, tests?: string[], notApplicable?: string, open?: string }} Finding */

/** @typedef {{ claim: string, tests?: string[], open?: string }} Claim */

/** @param {string} name */
function readJson(name) {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
}

/** @param {string} place */
function fileOf(place) {
  const [first = '', ...rest] = place.split('/')
  if (first === 'tools') return join(ROOT, 'tools/test', `${rest.join('/')}.test.ts`)
  const stem = first === 'e2e' ? ['web', 'e2e', ...rest] : [first, 'test', ...rest]
  const file = join(ROOT, 'packages', ...stem)
  return [`${file}.test.ts`, `${file}.test.tsx`].find((one) => existsSync(one))
}

/** @type {Map<string, string>} */
const texts = new Map()

/** Throws where there is no such test. @param {string} named */
export function checkTest(named) {
  const [place = '', name = ''] = named.split(' › ')
  const file = fileOf(place)
  if (!file) throw new Error(`No file of tests for ${named}`)
  const text = texts.get(file) ?? readFileSync(file, 'utf8')
  texts.set(file, text)
  const isThere = ["'", '`', '"'].some((quote) => text.includes(`${quote}${name}${quote}`))
  if (name === '' || !isThere) throw new Error(`No test ${named}`)
}

/** What is said of one requirement, and how it stands. @param {Proof | undefined} proof */
function describe(proof) {
  if (proof === undefined) return ['open', '']
  if (Array.isArray(proof)) {
    for (const test of proof) checkTest(test)
    return ['tested', proof.map((test) => `\`${test}\``).join('; ')]
  }
  return 'open' in proof ? ['open', proof.open] : ['not applicable', proof.notApplicable]
}

/** @param {string[][]} rows */
function table(rows) {
  const [head = [], ...body] = rows
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** @param {string} id */
function chapterOf(id) {
  return id.split('.')[0] ?? ''
}

/** Throws where something that must be judged is not. @param {Standard} standard @param {Record<string, Proof>} proofs */
function checkComplete({ requirements }, proofs) {
  for (const id of Object.keys(proofs)) {
    if (!(id in requirements)) throw new Error(`${id} is no requirement`)
  }
  for (const [id, level] of Object.entries(requirements)) {
    const isOurs = level === 1 || (level === 2 && CHAPTERS.includes(chapterOf(id)))
    if (isOurs && !(id in proofs)) throw new Error(`Nothing is said of ${id}, level ${level}`)
  }
  const tests = new Set(Object.values(proofs).flatMap((one) => (Array.isArray(one) ? one : [])))
  if (tests.size < FEWEST_TESTS) throw new Error(`${tests.size} tests are named, too few`)
  return tests.size
}

/** The table of the OWASP Application Security Verification Standard. */
export function asvsDocument() {
  /** @type {Standard} */
  const standard = readJson('asvs-5.0.0.json')
  /** @type {Record<string, Proof>} */
  const proofs = readJson('asvs-tests.json')
  const tests = checkComplete(standard, proofs)
  const rows = Object.entries(standard.requirements).map(([id, level]) => {
    const [state = '', words = ''] = describe(proofs[id])
    return { id, level, state, words }
  })
  const chapters = [...new Set(rows.map(({ id }) => chapterOf(id)))]
  return [
    '# OWASP ASVS 5.0.0',
    'Printed by `node_modules/.bin/node tools/generate.mjs` from `asvs-tests.json`, which ties each requirement to tests that exist, by file and name, or says why not. The words of the requirements stand in the standard.',
    `Numbers and titles: ${standard.source}.`,
    `${tests} named tests.`,
    table([['level', 'requirements', 'tested', 'not applicable', 'open'], ...countLevels(rows)]),
    ...chapters.map((chapter) => chapterText(chapter, standard, rows)),
    '',
  ].join('\n\n')
}

/** @typedef {{ id: string, level: number, state: string, words: string }} Row */

/** @param {Row[]} rows */
function countLevels(rows) {
  return [1, 2, 3].map((level) => {
    const those = rows.filter((row) => row.level === level)
    const of = (/** @type {string} */ state) =>
      String(those.filter((row) => row.state === state).length)
    return [String(level), String(those.length), of('tested'), of('not applicable'), of('open')]
  })
}

/** @param {string} chapter @param {Standard} standard @param {Row[]} rows */
function chapterText(chapter, { sections }, rows) {
  const those = rows.filter(({ id }) => chapterOf(id) === chapter)
  const body = those.map(({ id, level, state, words }) => {
    const section = sections[id.split('.').slice(0, 2).join('.')] ?? ''
    return [id, String(level), section, state, words]
  })
  const head = ['requirement', 'level', 'section', 'state', 'tests, or why not']
  return `## ${chapter} ${sections[chapter]}\n\n${table([head, ...body])}`
}

/** The findings of a penetration test of a system like this one, each with what keeps it from happening here. */
export function findingsDocument() {
  /** @type {Finding[]} */
  const findings = readJson('findings-tests.json')
  if (findings.length !== 43) throw new Error(`There are 43 findings, not ${findings.length}`)
  const rows = findings.map(({ id, what, tests, ...other }) => {
    const [state = '', words = ''] = describe(tests ?? /** @type {Proof} */ (other))
    return [id, what, state, words]
  })
  return [
    '# What broke elsewhere',
    'A system that is close to this one in purpose worked off 43 findings of a penetration test in 2026 (BAY-01-001 to 043). The report is not public; each line is told from the change that mended it. Beside it stands the test that would fail here, or why there is none. Printed from `findings-tests.json`.',
    table([['finding', 'what went wrong there', 'here', 'tests, or why not'], ...rows]),
    '',
  ].join('\n\n')
}

/** What is claimed of the log and of the surface, sentence by sentence, each with what would fail were it not so. */
export function claimsDocument() {
  /** @type {Record<string, Claim[]>} */
  const parts = readJson('claims-tests.json')
  return [
    '# What is claimed, and what would fail',
    'The log and the surface of Vigil, sentence by sentence. Beside each stands the test that would fail if the sentence were not true, or why there is none. Printed from `claims-tests.json`.',
    ...Object.entries(parts).map(([part, claims]) => `## ${part}\n\n${claimsTable(claims)}`),
    '',
  ].join('\n\n')
}

/** @param {Claim[]} claims */
function claimsTable(claims) {
  const rows = claims.map(({ claim, tests, ...other }) => {
    if ((tests?.length ?? 0) === 0 && !other.open) throw new Error(`Nothing shows: ${claim}`)
    return [claim, ...describe(tests ?? /** @type {Proof} */ (other))]
  })
  return table([['claim', 'state', 'tests, or what is open'], ...rows])
}
