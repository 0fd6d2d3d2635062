// What every page of the web application loads, gzip, against the limits of the project and the figures
// committed in packages/web/weights.json. `--write` puts the present figures there.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const WEB = join(import.meta.dirname, '../packages/web')
const DIST = join(WEB, 'dist')
const FIGURES = join(WEB, 'weights.json')
const KILO = 1000

const SCRIPT_LIMIT = 180
const PAGE_LIMIT = 320
/** Pages that one sees before signing in, where the limit is on script. */
const DOOR = ['sign-in', 'return', 'setup']
/** A page may grow this much before its committed figure must be looked at. */
const SLACK = 2

const ENTRY = 'index.html'
const SHELL = 'src/shell/shell.tsx'
/** The dearer of the two languages is what counts. */
const CATALOGUES = { door: ['web'], inside: ['web', 'documents'] }
/** The faces of Latin letters that the pages are set in; rare letters are fetched when they occur. */
const FACES = {
  door: /ibm-plex-(sans-latin-(400|500|600)|serif-latin-500)-/,
  inside: /ibm-plex-(sans-latin-(400|500|600)|serif-latin-(400|500))-/,
}

/** @typedef {{ file: string, css?: string[], imports?: string[], isDynamicEntry?: boolean }} Chunk */
/** @typedef {{ script: number, all: number }} Weight */

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'))
const fonts = Object.values(manifest)
  .map(({ file }) => file)
  .filter((file) => file.endsWith('.woff2'))

/** @param {string} file */
function weigh(file) {
  const bytes = readFileSync(join(DIST, file))
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length
}

/** @param {string} key @returns {Chunk} */
function getChunk(key) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`The build has no ${key}`)
  return chunk
}

/**
 * Adds what `key` of the manifest and everything it imports brings.
 * @param {string} key @param {Set<string>} files
 */
function collect(key, files = new Set()) {
  const { file, css = [], imports = [] } = getChunk(key)
  if (files.has(file)) return files
  files.add(file)
  for (const sheet of css) files.add(sheet)
  for (const next of imports) collect(next, files)
  return files
}

/** @param {string} area */
function heaviestCatalogue(area) {
  return Object.keys(manifest)
    .filter((key) => key.endsWith(`/${area}.json`))
    .map((key) => getChunk(key).file)
    .sort((a, b) => weigh(b) - weigh(a))
    .slice(0, 1)
}

/** @param {string} page @param {string} key */
function filesOf(page, key) {
  const place = DOOR.includes(page) ? 'door' : 'inside'
  const files = collect(key, collect(ENTRY))
  if (place === 'inside') collect(SHELL, files)
  for (const area of CATALOGUES[place]) for (const file of heaviestCatalogue(area)) files.add(file)
  for (const font of fonts) if (FACES[place].test(font)) files.add(font)
  return [...files, 'index.html', 'boot.js', 'mark.svg']
}

/** Kilobytes (1,000 bytes), rounded up. @param {string[]} files */
function sum(files) {
  return Math.ceil(files.reduce((total, file) => total + weigh(file), 0) / KILO)
}

/** @returns {Record<string, Weight>} */
function weighPages() {
  const pages = Object.keys(manifest).flatMap((key) => {
    const name = /^src\/pages\/.+\/([\w-]+)-page\.tsx$/.exec(key)?.[1]
    return name && getChunk(key).isDynamicEntry ? [{ name, key }] : []
  })
  return Object.fromEntries(
    pages.map(({ name, key }) => {
      const files = filesOf(name, key)
      return [name, { script: sum(files.filter((file) => file.endsWith('.js'))), all: sum(files) }]
    }),
  )
}

/** @param {string} page @param {Weight} weight @param {Weight | undefined} was */
function faultsOf(page, { script, all }, was) {
  const faults = []
  if (DOOR.includes(page) && script > SCRIPT_LIMIT) {
    faults.push(`${page} loads ${script} kB of script; at most ${SCRIPT_LIMIT}.`)
  }
  if (all > PAGE_LIMIT) faults.push(`${page} loads ${all} kB; at most ${PAGE_LIMIT}.`)
  if (!was) faults.push(`${page} has no committed figure; run this with --write and look at it.`)
  else if (script > was.script + SLACK || all > was.all + SLACK) {
    faults.push(`${page} grew from ${was.script}/${was.all} to ${script}/${all} kB (script/all).`)
  }
  return faults
}

/** @param {Record<string, Weight>} weights @param {Record<string, Weight>} committed */
function findFaults(weights, committed) {
  const names = Object.keys(weights)
  const isWhole = DOOR.every((page) => names.includes(page)) && names.length > DOOR.length
  return [
    ...(isWhole ? [] : ['The build shows too few pages: nothing was weighed.']),
    ...Object.entries(weights).flatMap(([page, weight]) => faultsOf(page, weight, committed[page])),
    ...Object.keys(committed)
      .filter((page) => !names.includes(page))
      .map((page) => `${page} has a committed figure and is no page of this build.`),
  ]
}

const weights = weighPages()
for (const [page, { script, all }] of Object.entries(weights)) {
  console.log(
    `${page.padEnd(12)} script ${String(script).padStart(4)} kB   all ${String(all).padStart(4)} kB`,
  )
}
if (process.argv.includes('--write'))
  writeFileSync(FIGURES, `${JSON.stringify(weights, null, 2)}\n`)
const faults = findFaults(weights, JSON.parse(readFileSync(FIGURES, 'utf8')))
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
