import { spawnSync } from 'node:child_process'
import { readDocument, type Reading } from '@vigil/core/documents'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readingTools } from '../../src/documents/lexicon.ts'
import { HOSTILE_TEXTS, hostileText, type HostileText } from './hostile-texts.ts'

const FULL = process.env['VIGIL_TORTURE'] === '1'
const FULL_SIZE = 5_000_000
/** The costliest one stands for all in the small run. */
const AT_FULL_SIZE: readonly HostileText[] = FULL ? HOSTILE_TEXTS : ['tiny lines']
const SMALL_SIZE = 300_000
const PARTS = 4

/** Seconds of processor time. On a machine without other work it is about half of that at most. */
const MOST_SECONDS = 10
const MOST_MEGABYTES = 512
/** How much more than its share a larger text may cost, and what the first reading costs besides. */
const TOLERANCE = 3
const WARM_UP_SECONDS = 1

/** Reads one hostile text in a process of its own and prints what it took. */
const PROGRAM = `
  import { readDocument } from '@vigil/core/documents'
  const { readingTools } = await import('./packages/server/src/documents/lexicon.ts')
  const { hostileText } = await import('./packages/server/test/documents/hostile-texts.ts')
  const { note, text } = hostileText(process.argv[1], Number(process.argv[2]))
  readDocument(note + text, readingTools)
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  console.log(JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }))
`
const Taken = z.strictObject({ seconds: z.number(), megabytes: z.number() })

function readInProcess(name: HostileText): z.infer<typeof Taken> {
  const options = ['--input-type=module', '--eval', PROGRAM, name, String(FULL_SIZE)]
  const { stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' })
  expect(stderr).toBe('')
  return Taken.parse(JSON.parse(stdout))
}

function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

/** What was printed, the listed repairs made: all of it must stand in the paragraphs. */
function repaired(source: string, repairs: Reading['repairs']): string {
  let done = 0
  const parts: string[] = []
  for (const { at, from, to } of repairs) {
    parts.push(source.slice(done, at), to)
    done = at + from.length
  }
  return [...parts, source.slice(done)].join('')
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '')
}

describe(`a hostile text of ${SMALL_SIZE / 1000} kB`, () => {
  test.each(HOSTILE_TEXTS)('made of %s is read whole, in time that grows with its size', (name) => {
    const { note, text } = hostileText(name, SMALL_SIZE)
    const part = hostileText(name, SMALL_SIZE / PARTS)
    const seconds = secondsOf(() => readDocument(part.note + part.text, readingTools))
    let reading: Reading | undefined
    const all = secondsOf(() => {
      reading = readDocument(note + text, readingTools)
    })
    expect(all).toBeLessThan(seconds * PARTS * TOLERANCE + WARM_UP_SECONDS)
    const { paragraphs = [], repairs = [] } = reading ?? {}
    const told = paragraphs.map((paragraph) => `${paragraph.marker ?? ''}${paragraph.text}`)
    const printed = repaired(note + text, repairs).slice(note.length)
    expect(withoutBlanks(told.join('')) === withoutBlanks(printed)).toBe(true)
  })
})

describe('a hostile text of 5 MB', () => {
  test.each(AT_FULL_SIZE)('made of %s takes little time and memory', (name) => {
    const { seconds, megabytes } = readInProcess(name)
    process.stdout.write(
      `Measured: 5 MB of ${name}, ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB\n`,
    )
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
    expect(seconds).toBeLessThan(MOST_SECONDS)
  })
})
