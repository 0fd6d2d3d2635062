import type { Repair } from '../model.ts'
import type { Cleared } from './furniture.ts'
import type { Line } from './line.ts'
import { endsSentence } from './ends.ts'
import { leadingNumber, markerOf, numberAlone } from './marker.ts'

/** How far a number may run ahead of the one before it and still be the next paragraph's. */
const REACH = 3

/**
 * Brings back paragraph numbers that fell one line below the first line of their text. A number
 * that stands above its text, as some files print it, is in its place and is left there.
 */
export function liftNumbers(
  lines: readonly Line[],
): Cleared & { readonly numbers: ReadonlyMap<number, string> } {
  const kept: Line[] = []
  const repairs: Repair[] = []
  const numbers = new Map<number, string>()
  let last: number | null = null
  let cut = false
  for (const [index, line] of lines.entries()) {
    const number = numberAlone(line.text)
    const above = kept.at(-1)
    const next = lines[index + 1]
    const free = above && number !== null && !numbers.has(above.at) && isNext(number, last)
    if (free && hasFallen(above, line, next)) {
      numbers.set(above.at, line.text)
      repairs.push({ at: above.at, from: '', to: `${line.text} `, rule: 'move-displaced-number' })
      repairs.push({ at: line.at, from: line.text, to: '', rule: 'move-displaced-number' })
      last = number
      cut = true
    } else {
      kept.push(cut ? { ...line, cut } : line)
      cut = false
      last = leadingNumber(line.text) ?? last
    }
  }
  return { lines: kept, repairs, numbers }
}

function isNext(number: number, last: number | null): boolean {
  return last === null || (number > last && number <= last + REACH)
}

function hasFallen(above: Line, number: Line, below: Line | undefined): boolean {
  if (markerOf(above.text) !== '' || number.gap > 1 || above.indent <= number.indent) return false
  return below === undefined || !endsSentence(above.text) || markerOf(below.text) !== ''
}
