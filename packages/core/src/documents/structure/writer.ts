import type { Paragraph } from '../model.ts'
import type { Front } from './front.ts'
import type { Line } from './line.ts'
import { addressOf, citedAs, uniqueAddresses } from './address.ts'
import { newScope, nextAddress, type OpenPart, type Scope } from './scope.ts'
import { LEVELS, type Placing } from './place.ts'
import { isBracketed, isCountedHeading } from './shapes.ts'
import { NUMBERED_ANNEX } from './words.ts'

const DEEPEST = 9
const TITLE_LINES = 4

/** Paragraphs as they are written, and the part of the document being read. */
export interface Writer {
  readonly paragraphs: Paragraph[]
  readonly address: (wanted: string) => string
  scope: Scope
  annexes: number
}

/** A writer that has written nothing. */
export function newWriter(): Writer {
  return { paragraphs: [], address: uniqueAddresses(), scope: newScope('', ''), annexes: 0 }
}

/** Address names of kinds that are counted through a document or an annex. */
const NAMES = {
  paragraph: 'text',
  frontmatter: 'front',
  preamble: 'pre',
  signature: 'signature',
  footnote: 'note',
} as const

type CountedKind = keyof typeof NAMES

/** Appends a paragraph and remembers what came last. */
export function push(writer: Writer, paragraph: Paragraph): void {
  writer.paragraphs.push({ ...paragraph, level: Math.min(paragraph.level, DEEPEST) })
  writer.scope.last = paragraph.kind
}

/** Writes one line as a counted part without a number of its own; returns the lines taken. */
export function writePart(writer: Writer, kind: CountedKind, line: Line): number {
  addPart(writer, kind, line)
  return 1
}

function addPart(writer: Writer, kind: CountedKind, line: Line): string {
  const eid = writer.address(nextAddress(writer.scope, NAMES[kind]))
  push(writer, { eid, label: null, kind, level: 0, marker: line.marker, text: line.text })
  return eid
}

/** Writes everything before the body: the title as one paragraph, each other line for itself. */
export function writeFront(writer: Writer, lines: readonly Line[], front: Front): void {
  lines.slice(0, front.body).forEach((line, index) => {
    if (index < front.from || index >= front.to) writePart(writer, 'frontmatter', line)
    else if (index === front.from) writeTitle(writer, lines.slice(front.from, front.to))
  })
  writer.scope.last = null
}

function writeTitle(writer: Writer, lines: readonly Line[]): void {
  const [first, ...rest] = lines
  if (first === undefined) return
  const text = joinLines(first, rest)
  push(writer, {
    eid: writer.address('head'),
    label: null,
    kind: 'title',
    level: 0,
    marker: first.marker,
    text,
  })
}

/** The text of lines that make one paragraph; the marker of the first stands apart. */
export function joinLines(first: Line, rest: readonly Line[]): string {
  return [first.text, ...rest.map(({ whole }) => whole)].filter((text) => text !== '').join(' ')
}

/** Opens an annex with a numbering of its own; headings that follow are its title. Returns the lines taken. */
export function openAnnex(writer: Writer, lines: readonly Line[], index: number): number {
  const line = lines[index]
  if (line === undefined) return 1
  let end = index + 1
  while (
    lines[end]?.is === 'heading' &&
    end - index <= TITLE_LINES &&
    !isCountedHeading(lines[end]?.text ?? '')
  )
    end++
  const text = joinLines(line, lines.slice(index + 1, end))
  const eid = writer.address(`annex_${++writer.annexes}`)
  const cited = annexName(line.marker ?? '')
  writer.scope = newScope(`${eid}__`, `${cited}, `)
  push(writer, {
    eid,
    label: NUMBERED_ANNEX.test(cited) ? cited : null,
    kind: 'annex',
    level: 0,
    marker: line.marker,
    text,
  })
  return end - index
}

function annexName(marker: string): string {
  return marker.replace(/^[#*\s]+|[.:*¹²³⁴\s]+$/gu, '')
}

/** Opens a numbered paragraph or point at `depth` of the open lists and writes the line there. */
export function openPlace(writer: Writer, line: Line, at: Placing): number {
  const { scope } = writer
  const parent = at.depth === 0 ? undefined : scope.open[at.depth - 1]
  const base = parent === undefined ? scope.prefix : `${parent.eid}__`
  const eid = writer.address(`${base}${addressOf(at.place)}`)
  const label = [
    parent === undefined ? scope.cited.trimEnd() : parent.label,
    citedAs(line.marker ?? ''),
  ]
  const part: OpenPart = {
    place: at.place,
    eid,
    label: label.filter(Boolean).join(' '),
    level: LEVELS[at.place.style],
  }
  scope.open = [...scope.open.slice(0, at.depth), part]
  const kind = at.place.style === 'number' ? 'paragraph' : 'point'
  push(writer, {
    eid,
    label: part.label,
    kind,
    level: part.level,
    marker: line.marker,
    text: line.text,
  })
  return 1
}

/** Writes a bullet below what is open. */
export function writeBullet(writer: Writer, line: Line): number {
  const parent = writer.scope.open.at(-1)
  const eid = writer.address(nextAddress(writer.scope, 'item', parent))
  const level = (parent?.level ?? 0) + 1
  push(writer, { eid, label: null, kind: 'item', level, marker: line.marker, text: line.text })
  return 1
}

/**
 * Writes text without a marker: a limb of the preamble, more text of the paragraph or point that
 * holds it, or a paragraph of its own.
 */
export function writeText(writer: Writer, line: Line, parent: OpenPart | undefined): number {
  const { scope } = writer
  if (scope.inPreamble) return openText(writer, 'preamble', line)
  if (!continues(scope) || parent === undefined)
    return openText(writer, isBracketed(line.text) ? 'frontmatter' : 'paragraph', line)
  const eid = writer.address(nextAddress(scope, 'text', parent))
  push(writer, {
    eid,
    label: null,
    kind: 'continuation',
    level: parent.level,
    marker: line.marker,
    text: line.text,
  })
  return 1
}

function continues(scope: Scope): boolean {
  return scope.numbered && scope.last !== 'heading'
}

/** Writes text that may hold points of its own. */
function openText(writer: Writer, kind: CountedKind, line: Line): number {
  const { scope } = writer
  const eid = addPart(writer, kind, line)
  const label = scope.cited === '' ? null : scope.cited.replace(/, $/u, '')
  scope.open = [{ place: null, eid, label, level: 0 }]
  return 1
}
