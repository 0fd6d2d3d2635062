import type { Paragraph, Repair } from '@vigil/core/documents'
import { cutByMarks, toLines, type Mark, type Stretch } from '../view/stretches.ts'
import { landParagraphs } from './source-map.ts'

/** What a synopsis is made from. */
export interface Readable {
  readonly extracted: string
  readonly repairList: readonly Repair[]
  readonly paragraphList: readonly Paragraph[]
}

/** One paragraph beside the stretch of the source that it was read from. */
export interface SynopsisRow {
  /** Null for source text before the first paragraph. */
  readonly paragraph: Paragraph | null
  /** The source as it came, line by line; `mark` is the index of a repair. */
  readonly source: readonly (readonly Stretch[])[]
  /** The paragraph's text; `mark` is the index of the repair that made it so. */
  readonly text: readonly Stretch[]
  /** Repairs that fall into this row, by index. */
  readonly repairs: readonly number[]
}

type Landings = ReturnType<typeof landParagraphs>

/**
 * Source and paragraphs side by side, with every repair marked on both. The sources of all rows,
 * joined, are the whole extracted text.
 */
export function synopsisOf(rendition: Readable): SynopsisRow[] {
  const { extracted, repairList, paragraphList } = rendition
  const landings = landParagraphs(extracted, repairList, paragraphList)
  const starts = rowStarts(rendition, landings)
  const marks = paragraphMarks(rendition, landings, starts)
  const rows = paragraphList.map((paragraph, index) => {
    const slice = { start: starts[index] ?? 0, end: starts[index + 1] ?? extracted.length }
    const text = cutByMarks(paragraph.text, marks[index] ?? [])
    return { paragraph, text, ...sourceOf(rendition, slice) }
  })
  const first = starts[0] ?? extracted.length
  const before = sourceOf(rendition, { start: 0, end: first })
  return first > 0 ? [{ paragraph: null, text: [], ...before }, ...rows] : rows
}

function sourceOf(rendition: Readable, slice: { start: number; end: number }) {
  const { extracted, repairList } = rendition
  const inside = repairList
    .map(({ at, from }, mark) => ({ start: at, end: at + from.length, mark }))
    .filter(({ start, end }) => start < slice.end && Math.max(end, start + 1) > slice.start)
  const marks = inside.map(({ start, end, mark }) => ({
    start: Math.max(0, start - slice.start),
    end: Math.min(end, slice.end) - slice.start,
    mark,
  }))
  return {
    source: toLines(cutByMarks(extracted.slice(slice.start, slice.end), marks)),
    repairs: inside.filter(({ start }) => start >= slice.start).map(({ mark }) => mark),
  }
}

/** Where each paragraph's own stretch of the source begins: at the start of its first line. */
function rowStarts(rendition: Readable, landings: Landings): number[] {
  const kept = withoutTakenOut(rendition)
  const first = new Map<number, number>()
  for (const { paragraph, at } of landings) {
    if (!first.has(paragraph)) first.set(paragraph, at)
  }
  let floor = 0
  return rendition.paragraphList.map((_, paragraph) => {
    const at = first.get(paragraph)
    if (at !== undefined) floor = Math.max(floor, lineStart(kept, at))
    return floor
  })
}

/** The source with blanks for what was taken out of it, so that a line can begin with such. */
function withoutTakenOut({ extracted, repairList }: Readable): string {
  const parts: string[] = []
  let position = 0
  for (const { at, from, to } of [...repairList].sort((a, b) => a.at - b.at)) {
    if (to !== '' || at < position) continue
    parts.push(extracted.slice(position, at), from.replace(/[^\n]/g, ' '))
    position = at + from.length
  }
  return [...parts, extracted.slice(position)].join('')
}

/** The start of the line that holds `at`, if only blanks stand between; else `at` itself. */
function lineStart(extracted: string, at: number): number {
  const start = extracted.lastIndexOf('\n', at - 1) + 1
  return extracted.slice(start, at).trim() === '' ? start : at
}

function paragraphMarks(
  rendition: Readable,
  landings: Landings,
  starts: readonly number[],
): Mark[][] {
  const marks: Mark[][] = rendition.paragraphList.map(() => [])
  const ranges = writtenRanges(landings)
  rendition.repairList.forEach((repair, mark) => {
    const range = ranges.get(mark) ?? gapAt(landings, repair, starts)
    if (!range) return
    const text = rendition.paragraphList[range.paragraph]?.text ?? ''
    marks[range.paragraph]?.push({ ...widen(text, range), mark })
  })
  return marks
}

interface Range {
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

function writtenRanges(landings: Landings): Map<number, Range> {
  const ranges = new Map<number, Range>()
  for (const { repair, paragraph, index } of landings) {
    if (repair === -1 || index === -1) continue
    const known = ranges.get(repair)
    if (!known) ranges.set(repair, { paragraph, start: index, end: index + 1 })
    else if (known.paragraph === paragraph) ranges.set(repair, { ...known, end: index + 1 })
  }
  return ranges
}

/**
 * Where text was only taken out: between the characters that stayed, and between two paragraphs in
 * the one in whose row the source of it stands.
 */
function gapAt(landings: Landings, { at, from }: Repair, starts: readonly number[]): Range | null {
  const following = firstAtOrAfter(landings, at + from.length)
  const next = landings[following]
  const last = landings[following - 1]
  const isBefore = next === undefined || at < (starts[next.paragraph] ?? 0)
  if (last && isBefore && last.paragraph !== next?.paragraph)
    return emptyAt(last.paragraph, last.index + 1)
  return next ? emptyAt(next.paragraph, Math.max(0, next.index)) : null
}

function emptyAt(paragraph: number, index: number): Range {
  return { paragraph, start: index, end: index }
}

function firstAtOrAfter(landings: Landings, at: number): number {
  let low = 0
  let high = landings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((landings[middle]?.at ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** An empty range inside a word becomes the word, so that the reader sees what was joined. */
function widen(text: string, { start, end }: Range): { start: number; end: number } {
  if (start !== end) return { start, end }
  const before = /[\p{L}\p{N}’'-]*$/u.exec(text.slice(0, start))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}’'-]*/u.exec(text.slice(start))?.[0].length ?? 0
  return before > 0 && after > 0 ? { start: start - before, end: start + after } : { start, end }
}
