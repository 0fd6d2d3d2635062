// Writes the files that are made from others; with --check compares them instead and writes nothing.
//
//   packages/contract/openapi.json                  from the endpoints of the contract
//   docs/schemas/vigil-document-1.schema.json       from the format of `vigil read --json`
//   docs/schemas/vigil-letter-*.schema.json         from the formats of drafts, facts and checks
//   packages/server/src/db/tables.ts                from the migrations, applied to an embedded database

import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openApiDocument } from '@vigil/contract/openapi'
import { documentFileSchema } from '@vigil/core/documents'
import { draftSchema, letterCheckSchema, letterFactsSchema } from '@vigil/core/letters'
import { migrate } from '@vigil/server/db/migrate.ts'
import { startPostgres } from '@vigil/server/postgres/launcher.ts'

const root = join(import.meta.dirname, '..')

/** Each generated file with what makes its text. @type {Record<string, () => string | Promise<string>>} */
const GENERATED = {
  'packages/contract/openapi.json': () => json(openApiDocument()),
  'docs/schemas/vigil-document-1.schema.json': () => json(documentFileSchema()),
  'docs/schemas/vigil-letter-1.schema.json': () => json(draftSchema()),
  'docs/schemas/vigil-letter-check-1.schema.json': () => json(letterCheckSchema()),
  'docs/schemas/vigil-letter-facts-1.schema.json': () => json(letterFactsSchema()),
  'packages/server/src/db/tables.ts': describeTables,
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}

async function describeTables() {
  const data = await mkdtemp(join(tmpdir(), 'vigil-generate-'))
  const postgres = await startPostgres({ data })
  try {
    await migrate(postgres.owner)
    return format(runCodegen(postgres.owner), 'tables.ts')
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

/** @param {(path: string, text: string) => Promise<boolean>} visit answers whether the file was as it should be */
async function forEachGenerated(visit) {
  const wrong = []
  for (const [path, make] of Object.entries(GENERATED)) {
    if (!(await visit(join(root, path), await make()))) wrong.push(path)
  }
  return wrong
}

async function check() {
  const compared = Object.keys(GENERATED).length
  if (compared === 0) throw new Error('No generated file was compared.')
  const stale = await forEachGenerated(async (path, text) => (await readOrNothing(path)) === text)
  console.log(`${compared} generated files compared`)
  if (stale.length === 0) return
  console.error(`Out of date: ${stale.join(', ')}. Run node_modules/.bin/node tools/generate.mjs`)
  process.exitCode = 1
}

async function generate() {
  const changed = await forEachGenerated(async (path, text) => {
    if ((await readOrNothing(path)) === text) return true
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    return false
  })
  console.log(changed.length === 0 ? 'Nothing to change' : `Written: ${changed.join(', ')}`)
}

await (process.argv.includes('--check') ? check() : generate())
