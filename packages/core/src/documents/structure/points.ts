import type { Line } from './line.ts'
import { lookAhead } from './outlook.ts'
import { placeMarker, type Ahead, type Place } from './place.ts'
import type { OpenPart, Scope } from './scope.ts'
import { openPlace, writeBullet, type Writer } from './writer.ts'

/** Writes a numbered paragraph, a point or a bullet; null where the line has no marker. Returns the lines taken. */
export function writeMarked(writer: Writer, line: Line, ahead: Ahead): number | null {
  if (line.is === 'bullet') return writeBullet(writer, line)
  const [first] = line.places
  if (first === undefined) return null
  if (first.style === 'number') {
    Object.assign(writer.scope, { numbered: true, inPreamble: false })
    return openPlace(writer, line, { place: first, depth: 0 })
  }
  const placing = placeMarker(placesOf(writer.scope), line.places, ahead)
  return placing === null ? null : openPlace(writer, line, placing)
}

/**
 * What text without a marker belongs to: the innermost point; or, where it ends in a colon, what
 * holds the list that follows it.
 */
export function holderOf(
  scope: Scope,
  lines: readonly Line[],
  index: number,
): OpenPart | undefined {
  const next = lines[index + 1]
  const inner = scope.open.at(-1)
  if (next === undefined || !/[:：]$/u.test(lines[index]?.text ?? '')) return inner
  const placing = placeMarker(placesOf(scope), next.places, lookAhead(lines, index + 1))
  return placing === null ? inner : (scope.open[placing.depth - 1] ?? inner)
}

function placesOf(scope: Scope): (Place | null)[] {
  return scope.open.map(({ place }) => place)
}
