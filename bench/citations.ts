/**
 * How well and how fast citations are understood: links that people set, by the body that cites,
 * and the texts at hand: `node bench/citations.ts`. Targets: the right symbol named for 98 % of the
 * links, as the only answer for 80 %.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { citationsOf, readDocument, resolveWords } from '@vigil/core/documents'
import { readingTools } from '../packages/server/src/documents/lexicon.ts'
import { readTexts } from './support/corpus.ts'

const DATA = resolve(import.meta.dirname, '..', process.env['VIGIL_DATA'] ?? '../shared/data', 'un')
const ROUNDS = 5

interface Link {
  readonly words: string
  readonly symbol: string
  readonly family: string
}

const links = readLinks()
for (const group of ['seen', 'held back', ...new Set(links.map(({ family }) => family))]) {
  tellGroup(
    group,
    links.filter((link, index) => isOf(group, link, index)),
  )
}
const linkMs = best(() => {
  for (const { words, family } of links) resolveWords(words, { family, year: null })
})
console.log(`links: ${Math.round(links.length / linkMs)} a millisecond`)

const readings = readTexts().map(({ bytes }) =>
  readDocument(new TextDecoder().decode(bytes), readingTools),
)
const citations = readings.flatMap(citationsOf)
const letters = readings
  .flatMap(({ paragraphs }) => paragraphs)
  .reduce((sum, { text }) => sum + text.length, 0)
const textMs = best(() => readings.map(citationsOf))
const open = citations.filter(({ state }) => state !== 'resolved').length
const doubted = citations.filter(({ doubt }) => doubt !== null).length
console.log(
  `texts: ${readings.length}, citations ${citations.length}, open ${open}, doubted ${doubted}`,
)
console.log(`texts: ${(letters / textMs / 1000).toFixed(1)} million characters a second`)

function tellGroup(name: string, group: readonly Link[]): void {
  const answers = group.map(({ words, family, symbol }) => {
    const answer = resolveWords(words, { family, year: null })
    if (isSame(answer.symbol ?? '', symbol)) return 'only'
    return answer.candidates.some((one) => isSame(one, symbol)) ? 'named' : 'missed'
  })
  const share = (kind: string) =>
    `${((100 * answers.filter((one) => one === kind).length) / group.length).toFixed(2)} %`
  console.log(
    `links ${name.padEnd(9)} ${String(group.length).padStart(4)}: only ${share('only')}, named among others ${share('named')}, missed ${share('missed')}`,
  )
}

/** The rules were made by looking at the links with even places only. */
function isOf(group: string, { family }: Link, index: number): boolean {
  if (group === 'seen') return index % 2 === 0
  return group === 'held back' ? index % 2 === 1 : family === group
}

function isSame(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase().replace('..', '.')
}

function readLinks(): Link[] {
  const lines = readFileSync(join(DATA, 'citation_links.csv'), 'utf8').split('\n')
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).slice(1)
  return rows.flatMap((row) => {
    const match = /^(?:"([^"]*)"|([^,]*)),([^,]*),([^,]*),\d*,/u.exec(row)
    const [, quoted, plain = '', symbol = '', family = ''] = match ?? []
    return match === null ? [] : [{ words: quoted ?? plain, symbol, family }]
  })
}

/** Milliseconds of the fastest of several rounds. */
function best(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return Math.min(...rounds)
}
