/**
 * Clauses read in a second of one core, and how well, code by code, beside the annotation of one
 * reader: `node bench/clauses.ts`. Targets: 105 boundaries and kinds of 111, addressees of 45
 * directives of 50, F1 0.9 for violations and 0.8 for themes.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { annotate, readDocument, readOperativePart } from '@vigil/core/documents'
import {
  compareClauses,
  f1,
  type Count,
} from '../packages/core/test/documents/clauses/annotated/compare.ts'
import { readingTools } from '../packages/server/src/documents/lexicon.ts'
import { readTexts } from './support/corpus.ts'

const DATA = resolve(import.meta.dirname, '..', process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const ROUNDS = 5

const conclusions = readDocument(
  readFileSync(join(DATA, 'S-AC.51-2023-3.txt'), 'utf8'),
  readingTools,
)
const { clauses } = annotate(conclusions)
const comparison = compareClauses(
  clauses,
  readFileSync(join(DATA, 'mali_2023_directed_actions.csv'), 'utf8'),
)
tellTable('violations', comparison.violations)
tellTable('themes', comparison.themes)
console.log(`differences from the annotation: ${comparison.differences.length}`)
tellSpeed(`conclusions on Mali, ${clauses.length} clauses`, [conclusions], 20)

const readings = readTexts().map(({ bytes }) =>
  readDocument(new TextDecoder().decode(bytes), readingTools),
)
tellSpeed(`${readings.length} texts at hand`, readings, 1)

function tellTable(name: string, counts: readonly Count[]): void {
  console.log(`${name.padEnd(24)} precision  recall      F1`)
  for (const count of counts) {
    const { code, both, read, annotated } = count
    const precision = (both / (both + read)).toFixed(3).padStart(9)
    const recall = (both / (both + annotated)).toFixed(3).padStart(7)
    console.log(`  ${code.padEnd(22)} ${precision} ${recall} ${f1([count]).toFixed(3).padStart(7)}`)
  }
  console.log(`  all together: F1 ${f1(counts).toFixed(3)}`)
}

function tellSpeed(name: string, of: readonly (typeof conclusions)[], times: number): void {
  let found = 0
  const rounds = Array.from({ length: ROUNDS }, () => {
    found = 0
    const before = process.cpuUsage()
    for (let time = 0; time < times; time += 1) {
      for (const reading of of) found += readOperativePart(reading).clauses.length
    }
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000_000
  })
  console.log(`${name}: ${Math.round(found / Math.min(...rounds))} clauses/s`)
}
