/**
 * Pages of PDF read in a second, with what is then read in their text, through the same worker as everywhere, and the same by pdftotext
 * where it is installed: `node bench/read-pdf.ts`. Target: 80 pages a second on one core.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from '@vigil/server/documents/reader/index.ts'

const FIXTURES = join(import.meta.dirname, '../packages/server/test/fixtures/documents')
const NAMES = ['conclusions-chromium', 'conclusions-libreoffice', 'conclusions-typst-columns']
const ROUNDS = 5

for (const name of NAMES) {
  const path = join(FIXTURES, `${name}.pdf`)
  const ours = await pagesPerSecond(path)
  const theirs = ours.pages / pdftotextSeconds(path)
  const ratio = Number.isFinite(theirs) ? `, ${(ours.rate / theirs).toFixed(2)} of pdftotext` : ''
  console.log(
    `${name}: ${Math.round(ours.rate)} pages/s, ${Math.round(ours.perCpu)} a CPU second${ratio}`,
  )
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

/** Seconds pdftotext takes, with its start; NaN where it is not installed. */
function pdftotextSeconds(path: string): number {
  const started = performance.now()
  const { status } = spawnSync('pdftotext', ['-layout', path, '-'])
  return status === 0 ? (performance.now() - started) / 1000 : Number.NaN
}
