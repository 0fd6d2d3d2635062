/**
 * What counting a bundle costs: `node bench/count.ts`. Bundles of 20,000 and 100,000 incidents (two
 * violations and four victims each, five years, 40 parties): reading them, one quarter's note, a year, a
 * country report of two years, and all 26 reports, beside a bare loop over the same violations that only
 * counts by category.
 */
import { readBundle } from '@vigil/contract/bundle'
import { count, type CountingData } from '@vigil/core/counting'
import { makeBundle } from './support/bundles.ts'

const ROUNDS = 3
const ASKED = {
  'a quarter': ['2033-Q3'],
  'a year': ['2033'],
  'a country report': ['CR'],
  'all reports': null,
} as const

for (const incidents of [20_000, 100_000]) measure(incidents)

function measure(incidents: number): void {
  const text = JSON.stringify(makeBundle(incidents))
  const megabytes = Math.round(text.length / 1_000_000)
  console.log(`${incidents.toLocaleString('en')} incidents, ${megabytes} MB`)
  const data = tellRead(text)
  const bare = best(() => countBare(data))
  console.log(`  bare loop by category: ${bare.toFixed(1)} ms`)
  for (const [name, ids] of Object.entries<readonly string[] | null>(ASKED)) {
    const reports = data.reports.filter(({ id }) => ids === null || ids.includes(id))
    const ms = best(() => countOrThrow({ ...data, reports }))
    console.log(
      `  ${name}: ${ms.toFixed(0)} ms, ${(ms / bare / reports.length).toFixed(0)} bare loops a report`,
    )
  }
  const { heapUsed, rss } = process.memoryUsage()
  console.log(`  memory: ${inMegabytes(heapUsed)} MB in use, ${inMegabytes(rss)} MB held`)
}

function tellRead(text: string): CountingData {
  const started = performance.now()
  const read = readBundle(JSON.parse(text))
  if (!read.ok) throw new Error(`Not read: ${read.fault.code} at ${read.fault.path}`)
  console.log(`  reading: ${(performance.now() - started).toFixed(0)} ms`)
  return read.data
}

/** Violations by the category that is known in the end, and nothing else. */
function countBare({ violations }: CountingData): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { timeline } of violations) {
    const category = timeline.at(-1)?.facts.category ?? ''
    found.set(category, (found.get(category) ?? 0) + 1)
  }
  return found
}

function countOrThrow(data: CountingData): void {
  const counted = count(data)
  if (!counted.ok) throw new Error(`Not counted: ${counted.refusal.code}`)
}

/** The shortest of some rounds, in milliseconds. */
function best(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return Math.min(...times)
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}
