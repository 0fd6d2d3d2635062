import type { Block } from '../normalise/block.ts'
import { ASSEMBLY, COUNCIL } from '../identify/organs.ts'
import { splitMarker, type MarkedLine } from './marker.ts'
import {
  findAnnexMarker,
  isEnactingLine,
  isHeadingLike,
  isShortLine,
  isSignature,
} from './shapes.ts'

/** What a block can be by its own words; what it is, its place decides. */
export type LineShape =
  | 'annex'
  | 'signature'
  | 'note'
  | 'enacting'
  | 'bullet'
  | 'place'
  | 'chapter'
  | 'heading'
  | 'text'

export interface Line extends MarkedLine {
  /** The block as it came, marker included. */
  readonly whole: string
  readonly is: LineShape
}

/**
 * Reads blocks one by one. An enacting line needs a limb of a preamble or a number after it; where
 * nothing numbered stands before it, the name of the Council or the Assembly is enough.
 */
export function readLines(blocks: readonly Block[]): Line[] {
  const lines = blocks.map(({ text }) => readLine(text))
  const numbered = lines.findIndex(({ is }) => is === 'place')
  return lines.map((line, index) => {
    const first = numbered < 0 || index < numbered
    return opensPreamble(line, lines[index + 1], first) ? { ...line, is: 'enacting' } : line
  })
}

function readLine(whole: string): Line {
  const annex = findAnnexMarker(whole)
  if (annex !== null) return { ...annex, whole, places: [], sign: null, is: 'annex' }
  const line = splitMarker(whole)
  const is = shapeOf(line)
  if (is !== 'text') return { ...line, whole, is }
  return { marker: null, text: whole, places: [], sign: null, whole, is }
}

function shapeOf({ places, sign, text, marker }: MarkedLine): LineShape {
  if (places.length > 0) return 'place'
  if (sign === 'bullet' || sign === 'note') return sign
  if (isSignature(text)) return 'signature'
  if (sign === 'chapter') return headsChapter(text) ? sign : 'text'
  return (marker === null || sign === 'hash') && isHeadingLike(text) ? 'heading' : 'text'
}

/** A chapter mark stands alone or before a few words; `I. am` in a sentence is none. */
function headsChapter(text: string): boolean {
  return text === '' || isShortLine(text)
}

function opensPreamble(line: Line, next: Line | undefined, first: boolean): boolean {
  if (line.is !== 'text' || next === undefined || !isEnactingLine(line.text)) return false
  if (first && (COUNCIL.test(line.text) || ASSEMBLY.test(line.text))) return true
  return next.is === 'place' || /[,;،；，]$/u.test(next.text)
}
