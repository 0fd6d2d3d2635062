import { findRomanValue, toLetters, toRoman } from '../../documents/structure/numerals.ts'
import type { Paragraph } from '../../documents/model.ts'

/**
 * Markers of points after others were left out: (a), (b), (i) counted anew below each parent, in the
 * style the conclusions print. Answers a marker for each point, in order.
 */
export function countMarkers(points: readonly Paragraph[]): (string | null)[] {
  const counts = new Map<string, number>()
  return points.map((point) => {
    if (point.marker === null) return null
    const list = `${point.level}:${listOf(point.eid)}`
    const place = (counts.get(list) ?? 0) + 1
    counts.set(list, place)
    const write = isRoman(point) ? toRoman : toLetters
    return point.marker.replace(/\p{L}+/u, write(place))
  })
}

/** The address of what a point stands in; a second list in one paragraph has an address of its own form. */
function listOf(eid: string): string {
  const parent = eid.slice(0, eid.lastIndexOf('__'))
  return `${parent}${/_(\d+)$/.exec(eid)?.[0] ?? ''}`
}

/** Lists go (a), (i), a., i. (un-documents.md 3, editorial conventions). */
function isRoman({ level, marker }: Paragraph): boolean {
  const numeral = /\p{L}+/u.exec(marker ?? '')?.[0] ?? ''
  return level % 2 === 1 && findRomanValue(numeral) !== undefined
}
