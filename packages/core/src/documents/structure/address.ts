import type { Place } from './place.ts'
import { toLetters, toRoman } from './numerals.ts'

/** Gives every paragraph an address of its own: the second `para_1` of a document is `para_1_2`. */
export function uniqueAddresses(): (wanted: string) => string {
  const given = new Map<string, number>()
  return (wanted) => {
    const times = (given.get(wanted) ?? 0) + 1
    given.set(wanted, times)
    if (times === 1) return wanted
    const eid = `${wanted}_${times}`
    given.set(eid, 1)
    return eid
  }
}

/** The part of an address that one place adds: `para_7`, `point_a`, `point_iv`. The same in every language. */
export function addressOf({ style, ordinal }: Place): string {
  if (style === 'number') return `para_${ordinal}`
  if (style === 'bracketed') return `point_${ordinal}`
  return style === 'roman' || style === 'dotted_roman'
    ? `point_${toRoman(ordinal)}`
    : `point_${toLetters(ordinal)}`
}

/** The part of a citation that a marker adds: `7` of `7.`, `(a)` as printed, `a)` in French. */
export function citedAs(marker: string): string {
  const bare = marker.replace(/^[“"«„]\s?/u, '')
  return /[)）]$/u.test(bare) ? bare : bare.replace(/[.．、\s–-]+$/u, '')
}
