/**
 * Pages of PDF read in a second, with what is then read in their text, through the same worker as
 * everywhere, and the same by pdftotext where it is installed: `node bench/read-pdf.ts`. Each file by
 * itself, on one core: short files, and a long one, printed by repeating the short ones' pages where
 * qpdf is installed. Then several files brought in together, which are read two at a time as in an
 * installation. Target: 80 pages a second.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readFile } from '@vigil/server/documents/reader/index.ts'

const FIXTURES = join(import.meta.dirname, '../packages/server/test/fixtures/documents')
const NAMES = ['conclusions-chromium', 'conclusions-libreoffice', 'conclusions-typst-columns']
const SHORT = NAMES.map((name) => join(FIXTURES, `${name}.pdf`))
const ROUNDS = 5
const REPEATED = 6
const TOGETHER = 4

const directory = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
try {
  for (const path of [...SHORT, ...printLong(join(directory, 'all-repeated.pdf'))]) {
    console.log(`${basename(path)}: ${await measure(path)}`)
  }
  console.log(`together: ${await measureTogether()}`)
} finally {
  rmSync(directory, { recursive: true })
}

async function measure(path: string): Promise<string> {
  const { pages, rate, perCpu } = await pagesPerSecond(path)
  const theirs = pages / pdftotextSeconds(path)
  const ratio = Number.isFinite(theirs) ? `, ${(rate / theirs).toFixed(2)} of pdftotext` : ''
  return `${pages} pages, ${Math.round(rate)} pages/s, ${Math.round(perCpu)} a CPU second${ratio}`
}

/** Short files brought in together, each several times; the best of several rounds. */
async function measureTogether(): Promise<string> {
  const files = Array.from({ length: TOGETHER }, () => SHORT)
    .flat()
    .map((path) => ({ bytes: readFileSync(path), name: path }))
  let best = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    const readings = await Promise.all(files.map((file) => readFile(file)))
    const pages = readings.reduce((sum, read) => sum + (read.ok ? (read.pages ?? 0) : 0), 0)
    best = Math.max(best, (pages * 1000) / (performance.now() - started))
  }
  return `${files.length} files, ${Math.round(best)} pages/s`
}

/** The path of a long file once it is made; none without qpdf. */
function printLong(path: string): string[] {
  const pages = Array.from({ length: REPEATED }, () => SHORT).flat()
  const { status } = spawnSync('qpdf', ['--empty', '--pages', ...pages, '--', path])
  if (status === 0) return [path]
  console.log('No long file: qpdf is not installed')
  return []
}

/** The best of several rounds, the first of which also loads the library. */
async function pagesPerSecond(
  path: string,
): Promise<{ rate: number; perCpu: number; pages: number }> {
  const bytes = readFileSync(path)
  let best = Number.POSITIVE_INFINITY
  let leastCpu = Number.POSITIVE_INFINITY
  let pages = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    const before = process.cpuUsage()
    const read = await readFile({ bytes, name: path })
    if (!read.ok) throw new Error(read.problem)
    const { user, system } = process.cpuUsage(before)
    leastCpu = Math.min(leastCpu, (user + system) / 1_000_000)
    best = Math.min(best, performance.now() - started)
    pages = read.pages ?? 0
  }
  return { rate: (pages * 1000) / best, perCpu: pages / leastCpu, pages }
}

/** Seconds pdftotext takes at best, with its start; NaN where it is not installed. */
function pdftotextSeconds(path: string): number {
  const seconds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    const { status } = spawnSync('pdftotext', ['-layout', path, '-'])
    return status === 0 ? (performance.now() - started) / 1000 : Number.NaN
  })
  return Math.min(...seconds)
}
