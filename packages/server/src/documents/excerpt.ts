import type { SearchHit } from '@vigil/contract/schemas'

/** A stretch of an excerpt: plain text, never markup. */
export type Stretch = SearchHit['excerpt'][number]

interface Range {
  readonly from: number
  readonly to: number
}

/** What the database puts around the words it found: signs that no text may use for exchange. */
export const HIT_START = '\u{e000}'
export const HIT_END = '\u{e001}'

const LONGEST = 320
const BEFORE_FIRST_HIT = 90
const ELLIPSIS = '…'

/** What `search_copy` (migration 0002) writes as a blank; it also sets blanks around Chinese signs. */
const BECOMES_BLANK = /^[ <>/\u{e000}\u{e001}]/u

/**
 * Cuts a paragraph to what surrounds its hits. `marked` are copies of the text, as `search_copy`
 * makes them, in which `HIT_START` and `HIT_END` stand around the words found.
 */
export function excerpt(text: string, marked: readonly string[]): Stretch[] {
  const hits = merge(marked.flatMap((copy) => findRanges(text, copy)))
  const window = chooseWindow(text, hits)
  const stretches = cut(text, hits, window)
  if (window.from > 0) stretches.unshift({ text: `${ELLIPSIS} `, hit: false })
  if (window.to < text.length) stretches.push({ text: ` ${ELLIPSIS}`, hit: false })
  return stretches
}

/** The places in `text` that are marked in its copy. */
function findRanges(text: string, copy: string): Range[] {
  const ranges: Range[] = []
  let at = 0
  let from = 0
  for (const sign of copy) {
    if (sign === HIT_START) from = at
    else if (sign === HIT_END) ranges.push({ from, to: at })
    else if (sign !== ' ' || BECOMES_BLANK.test(text.charAt(at))) at += sign.length
  }
  return ranges
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (!last || range.from > last.to) merged.push(range)
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
  }
  return merged
}

/** The stretch of at most `LONGEST` characters, ended at blanks, in which most hits lie. */
function chooseWindow(text: string, hits: readonly Range[]): Range {
  if (text.length <= LONGEST) return { from: 0, to: text.length }
  const first = findDensest(hits)
  const from = first.from <= BEFORE_FIRST_HIT ? 0 : findStart(text, first.from)
  const end = from + LONGEST
  if (end >= text.length) return { from, to: text.length }
  const blank = text.lastIndexOf(' ', end)
  return { from, to: blank > first.to ? blank : toBoundary(text, Math.max(end, first.to)) }
}

/** The hit after which most others follow within the window. */
function findDensest(hits: readonly Range[]): Range {
  const reach = LONGEST - BEFORE_FIRST_HIT
  let best: Range = { from: 0, to: 0 }
  let most = 0
  for (const hit of hits) {
    const near = hits.filter(({ from, to }) => from >= hit.from && to <= hit.from + reach).length
    if (near > most) [best, most] = [hit, near]
  }
  return best
}

function findStart(text: string, hit: number): number {
  const from = hit - BEFORE_FIRST_HIT
  const blank = text.indexOf(' ', from)
  return blank >= 0 && blank < hit ? blank + 1 : toBoundary(text, from)
}

/** Never between the two halves of a character outside the basic plane. */
function toBoundary(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at
}

function cut(text: string, hits: readonly Range[], window: Range): Stretch[] {
  const stretches: Stretch[] = []
  let at = window.from
  const push = (to: number, hit: boolean): void => {
    if (to > at) stretches.push({ text: text.slice(at, to), hit })
    at = Math.max(at, to)
  }
  for (const { from, to } of hits) {
    if (to <= window.from || from >= window.to) continue
    push(from, false)
    push(Math.min(to, window.to), true)
  }
  push(window.to, false)
  return stretches
}
