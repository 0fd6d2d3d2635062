import { describe, expect, test } from 'vitest'
import type { Paragraph } from '../../../src/documents/model.ts'
import { readStructure } from '../../../src/documents/structure/index.ts'
import { hasTexts, readText, sampleTexts } from '../normalise/support.ts'
import { blocksOf, tell } from './support.ts'

/** A line of a labelled resolution: what people who read it said it is. */
interface LabelledLine {
  readonly file: string
  readonly label: string
  readonly level: number
  readonly text: string
}

interface Compared extends LabelledLine {
  readonly read: Paragraph
  /** Whether no operative paragraph of the file stands before this line. */
  readonly beforeOperative: boolean
}

function labelledLines(file: string): LabelledLine[] {
  const lines = readText(file).split('\n')
  return lines.flatMap((line) => {
    const match = /^\[(\w+)(?: (\d))?\] (.*)$/.exec(line)
    const [, label = '', level = '0', text = ''] = match ?? []
    return match === null ? [] : [{ file, label, level: Number(level), text: text.trim() }]
  })
}

/** Each labelled line with the paragraph it became or became part of. */
function compare(lines: readonly LabelledLine[]): Compared[] {
  const paragraphs = readStructure(blocksOf(lines.map(({ text }) => text)))
  const ends = paragraphs.map(
    ({ marker, text }) => [marker, text].filter(Boolean).join(' ').length + 1,
  )
  const operative = lines.findIndex(({ label }) => label === 'operative')
  let at = 0
  let left = ends[0] ?? 0
  return lines.flatMap((line, index) => {
    const read = paragraphs[at]
    left -= line.text.length + 1
    if (left <= 0) left = ends[++at] ?? 0
    return read === undefined ? [] : [{ ...line, read, beforeOperative: index < operative }]
  })
}

function share(right: number, all: number): string {
  return `${right} of ${all} (${((100 * right) / all).toFixed(2)} %)`
}

describe.skipIf(!hasTexts)('the labelled resolutions', () => {
  const files = hasTexts ? sampleTexts().map(({ name }) => name) : []
  const resolutions = files.filter((name) => name.startsWith('resolutions'))
  const lines = resolutions.map(labelledLines).flatMap(compare)
  const operative = lines.filter(({ label }) => label === 'operative' || label === 'paragraph')
  const rest = lines.filter(({ label }) => label !== 'operative' && label !== 'paragraph')

  test('number and level of operative paragraphs and points are right', () => {
    const right = operative.filter(({ level, text, read }) => {
      const number = /^[“"]?(\(?\w+[.)]+)/.exec(text)?.[1] ?? text
      return (
        read.level === level &&
        read.marker?.endsWith(number) === true &&
        read.label?.endsWith(number.replace(/\.$/, '')) === true
      )
    })
    tell(`number and level right: ${share(right.length, operative.length)}`)
    expect(operative.length).toBeGreaterThan(1400)
    expect(right.length / operative.length).toBeGreaterThanOrEqual(0.995)
  })

  test('the preamble is told from the operative part', () => {
    const right = rest.filter(({ label, level, beforeOperative, read }) => {
      const inPreamble = label === 'preambular' && level === 0 && beforeOperative
      return inPreamble === (read.kind === 'preamble')
    })
    tell(`preamble and operative part told apart: ${share(right.length, rest.length)}`)
    expect(rest.length).toBeGreaterThan(1000)
    expect(right.length / rest.length).toBeGreaterThanOrEqual(0.98)
  })
})
