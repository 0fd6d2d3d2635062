// Writes the files that are made from others; with --check compares them instead and writes nothing.
//
//   packages/contract/openapi.json                  from the endpoints of the contract
//   docs/schemas/vigil-backup-1.schema.json         from the format of `vigil backup`
//   docs/schemas/vigil-bundle-1.schema.json         from the format that `vigil count` reads
//   docs/schemas/vigil-document-1.schema.json       from the format of `vigil read --json`
//   docs/schemas/vigil-letter-*.schema.json         from the formats of drafts, facts and checks
//   docs/security/{asvs,claims,findings}.md         from what ties requirements, claims, findings to tests
//   packages/server/src/db/{tables,rows/*}.ts       from the migrations, applied to an embedded database

import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundleSchema } from '@vigil/contract/bundle'
import { openApiDocument } from '@vigil/contract/openapi'
import { documentFileSchema } from '@vigil/core/documents'
import { draftSchema, letterCheckSchema, letterFactsSchema } from '@vigil/core/letters'
import { backupSchema } from '@vigil/server/backup/manifest.ts'
import { migrate } from '@vigil/server/db/migrate.ts'
import { startPostgres } from '@vigil/server/postgres/launcher.ts'
import { asvsDocument, claimsDocument, findingsDocument } from './lib/security.mjs'

const root = join(import.meta.dirname, '..')

const TABLES = 'packages/server/src/db/tables.ts'
const ROWS = 'packages/server/src/db/rows'

/** Each generated file with its text. @type {Record<string, string>} */
const GENERATED = {
  'packages/contract/openapi.json': json(openApiDocument()),
  'docs/security/asvs.md': asvsDocument(),
  'docs/security/claims.md': claimsDocument(),
  'docs/security/findings.md': findingsDocument(),
  'docs/schemas/vigil-backup-1.schema.json': json(backupSchema()),
  'docs/schemas/vigil-bundle-1.schema.json': json(bundleSchema()),
  'docs/schemas/vigil-document-1.schema.json': json(documentFileSchema()),
  'docs/schemas/vigil-letter-1.schema.json': json(draftSchema()),
  'docs/schemas/vigil-letter-check-1.schema.json': json(letterCheckSchema()),
  'docs/schemas/vigil-letter-facts-1.schema.json': json(letterFactsSchema()),
  ...(await describeTables()),
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** A file for each table, and one that brings them together. */
async function describeTables() {
  const data = await mkdtemp(join(tmpdir(), 'vigil-generate-'))
  const postgres = await startPostgres({ data })
  try {
    await migrate(postgres.owner)
    return splitTables(format(runCodegen(postgres.owner), 'tables.ts'))
  } finally {
    await postgres.stop()
    await rm(data, { recursive: true, force: true })
  }
}

/** @param {import('pg').ClientConfig} owner */
function runCodegen({ host = '', user = '', password, database = '' }) {
  const login = `${user}:${encodeURIComponent(String(password))}`
  const url = `postgres://${login}@/${database}?host=${encodeURIComponent(host)}`
  const code = execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      '--print',
      '--log-level=error',
      '--exclude-pattern=migration',
      '--type-mapping={"int8":"number","date":"string"}',
    ],
    { env: { ...process.env, DATABASE_URL: url }, cwd: root, encoding: 'utf8' },
  )
  return code
    .replace('export interface DB {', 'export interface Tables {')
    .replace(/\/\*\*\n *\* (.*)\n *\*\//g, '/** $1 */')
}

/** @param {string} code @returns {Record<string, string>} */
function splitTables(code) {
  const parts = code.trimEnd().split(/\n\n(?=export )/)
  const rows = parts.filter((part) => /^export interface (?!Tables)/.test(part))
  const columns = parts.slice(0, parts.indexOf(rows[0] ?? ''))
  const known = columns.join('\n').match(/(?<=export type )\w+/g) ?? []
  const names = rows.map((row) => ({ row, name: /interface (\w+)/.exec(row)?.[1] ?? '' }))
  const files = names.map(({ row, name }) => {
    const used = known.filter((type) => new RegExp(`\\b${type}\\b`).test(row)).toSorted()
    const imports = `import type { ${used.join(', ')} } from './columns.ts'\n\n`
    return [rowFile(name), `${used.length === 0 ? '' : imports}${row}\n`]
  })
  const lines = names.map(({ name }) => {
    const from = `'./rows/${kebab(name)}.ts'`
    return `import type { ${name} } from ${from}\nexport type { ${name} } from ${from}`
  })
  const tables = format(`${lines.join('\n')}\n\n${parts.at(-1)}\n`, 'tables.ts')
  return {
    ...Object.fromEntries(files),
    [TABLES]: tables,
    [rowFile('Columns')]: `${columns.join('\n\n')}\n`,
  }
}

/** @param {string} name */
function rowFile(name) {
  return `${ROWS}/${kebab(name)}.ts`
}

/** @param {string} name */
function kebab(name) {
  return name.replaceAll(/(?<=.)[A-Z]/g, '-$&').toLowerCase()
}

/** @param {string} code @param {string} name */
function format(code, name) {
  const oxfmt = join(root, 'node_modules/oxfmt/bin/oxfmt')
  const words = [oxfmt, `--stdin-filepath=${name}`]
  return execFileSync(process.execPath, words, { input: code, cwd: root, encoding: 'utf8' })
}

/** @param {string} path */
async function readOrNothing(path) {
  return readFile(path, 'utf8').catch(() => '')
}

/** Those that are not as they should be, and rows of tables that are no more. */
async function findStale() {
  const stale = []
  for (const [path, text] of Object.entries(GENERATED)) {
    if ((await readOrNothing(join(root, path))) !== text) stale.push(path)
  }
  const there = await readdir(join(root, ROWS)).catch(() => [])
  return [
    ...stale,
    ...there.map((file) => `${ROWS}/${file}`).filter((path) => !(path in GENERATED)),
  ]
}

async function check() {
  const stale = await findStale()
  console.log(`${Object.keys(GENERATED).length} generated files compared`)
  if (stale.length === 0) return
  console.error(`Out of date: ${stale.join(', ')}. Run node_modules/.bin/node tools/generate.mjs`)
  process.exitCode = 1
}

async function generate() {
  const stale = await findStale()
  for (const path of stale) {
    const text = GENERATED[path]
    await mkdir(dirname(join(root, path)), { recursive: true })
    await (text === undefined ? rm(join(root, path)) : writeFile(join(root, path), text))
  }
  console.log(stale.length === 0 ? 'Nothing to change' : `Written: ${stale.join(', ')}`)
}

await (process.argv.includes('--check') ? check() : generate())
