import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Repair } from '../../../src/documents/model.ts'
import type { Normalised } from '../../../src/documents/normalise/index.ts'
import { startOfText } from '../../../src/documents/normalise/line.ts'

const PROJECT = join(import.meta.dirname, '../../../../..')
const TEXTS = resolve(PROJECT, process.env['VIGIL_DATA'] ?? '../shared/data', 'un')

/** Whether the texts of the United Nations are at hand. */
export const hasTexts = existsSync(TEXTS)

/** A text at hand, with the note on its origin but without the labels that were added for tests. */
export interface SampleText {
  readonly name: string
  readonly text: string
  /** Whether every line is a paragraph, as in the texts that came with labels. */
  readonly labelled: boolean
}

/** One text at hand, by its path below the folder of texts. */
export function readText(path: string): string {
  return readFileSync(join(TEXTS, path), 'utf8')
}

/** The resolutions, statements, letters, reports and conclusions at hand. */
export function sampleTexts(): SampleText[] {
  const files = ['.', 'resolutions', 'statements', 'letters', 'reports'].flatMap((folder) =>
    readdirSync(join(TEXTS, folder))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => join(folder, file)),
  )
  return files.map((name) => {
    const raw = readText(name)
    const body = raw.slice(startOfText(raw))
    const labelled = body.trimStart().startsWith('[')
    return { name, labelled, text: labelled ? withoutLabels(body) : raw }
  })
}

/** A text without the labels in brackets at the beginning of its lines. */
export function withoutLabels(text: string): string {
  return text.replace(/^\[[^\]\n]*\] ?/gm, '')
}

/** What a text becomes when exactly the listed repairs are made and its layout is taken away. */
export function rebuild(source: string, { blocks, repairs }: Normalised): string[] {
  const places = [startOfText(source), ...blocks.map(({ at }) => at), source.length]
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? source.length
    const within = repairs.filter(
      ({ at }) => at >= from && (at < to || index === places.length - 2),
    )
    return withoutLayout(apply(source.slice(from, to), from, within))
  })
}

function apply(text: string, offset: number, repairs: readonly Repair[]): string {
  let done = 0
  const parts: string[] = []
  for (const { at, from, to } of repairs) {
    parts.push(text.slice(done, at - offset), to)
    done = at - offset + from.length
  }
  return [...parts, text.slice(done)].join('')
}

/** One no-break blank alone is text, all other blanks are layout. */
function withoutLayout(text: string): string {
  return text.trim().replace(/[^\S\u00a0\u202f]\s*|[\u00a0\u202f]\s+/g, ' ')
}
