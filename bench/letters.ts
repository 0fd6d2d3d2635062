/**
 * A letter from conclusions on Mali to text, Word file and PDF, and the check of one that came back:
 * milliseconds of processor time, warm, and how many times the drafting each takes.
 * `node bench/letters.ts`. Target: PDF 200 ms.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { annotate, readDocument } from '@vigil/core/documents'
import { checkLetter, draftLetter, LetterFacts, renderText } from '@vigil/core/letters'
import { readReturned } from '@vigil/server/letters/check/returned.ts'
import { printDocx } from '@vigil/server/letters/output/docx/docx.ts'
import { printPdf } from '@vigil/server/letters/output/pdf/pdf.ts'
import { readingTools } from '../packages/server/src/documents/lexicon.ts'

const ROOT = join(import.meta.dirname, '..')
const TEXTS = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const ROUNDS = 9
const TARGET_MS = 200

const reading = readDocument(readFileSync(join(TEXTS, 'S-AC.51-2023-3.txt'), 'utf8'), readingTools)
const annotation = annotate(reading)
const facts = LetterFacts.parse(JSON.parse(readFileSync(join(TEXTS, 'letter-facts.json'), 'utf8')))

const begun = performance.now()
printPdf(draft())
console.log(`first PDF, with the start of Typst: ${Math.round(performance.now() - begun)} ms`)

const drafting = await measure('draft', draft)
const compared = (name: string, work: () => unknown) => measure(name, work, drafting)
await compared('to text', () => renderText(draft()))
await compared('to Word', () => printDocx(draft()))
const pdf = await compared('to PDF', () => printPdf(draft()))
const docx = await printDocx(draft())
await compared('check of a Word file', async () => {
  const returned = await readReturned({ name: 'letter.docx', bytes: docx })
  if (returned.ok) checkLetter(returned.paragraphs, draft())
})
if (pdf > TARGET_MS) process.exitCode = 1

function draft() {
  const result = draftLetter({ reading, annotation, envelope: 'para_7', facts })
  if (!result.ok) throw new Error(result.problem)
  return result.draft
}

/** Milliseconds of processor time, of all threads, at best of several rounds. */
async function measure(name: string, work: () => unknown, unit?: number): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    rounds.push((user + system) / 1000)
  }
  const best = Math.min(...rounds)
  const ratio = unit === undefined ? '' : ` (${(best / unit).toFixed(1)} x draft)`
  console.log(`${name}: ${best.toFixed(1)} ms${ratio}`)
  return best
}
