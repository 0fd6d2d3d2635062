/**
 * Documents like the conclusions on Mali read from text in a second of one core, the loading of the
 * dictionaries, and a cold `./vigil read`: `node bench/read-text.ts`. Targets: 100 documents a
 * second, 1 s cold.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readDocument } from '@vigil/core/documents'
import { readingTools } from '../packages/server/src/documents/lexicon.ts'

const ROOT = join(import.meta.dirname, '..')
const TEXT = resolve(ROOT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un/S-AC.51-2023-3.txt')
const ROUNDS = 8
const DOCUMENTS = 25

for (const language of ['en', 'fr'] as const) {
  const seconds = processorSeconds(() => readingTools.lexicon(language).has('mot'))
  console.log(`dictionary ${language}: ${Math.round(seconds * 1000)} ms`)
}

const source = readFileSync(TEXT, 'utf8')
const rounds = Array.from({ length: ROUNDS }, () =>
  processorSeconds(() => {
    for (let index = 0; index < DOCUMENTS; index += 1) readDocument(source, readingTools)
  }),
)
console.log(`conclusions from text: ${Math.round(DOCUMENTS / Math.min(...rounds))} documents/s`)

const started = performance.now()
const { status } = spawnSync(join(ROOT, 'vigil'), ['read', TEXT, '--json'])
console.log(`cold vigil read: ${Math.round(performance.now() - started)} ms, exit ${status}`)

/** Seconds of processor time, which other work on the machine does not lengthen. */
function processorSeconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}
