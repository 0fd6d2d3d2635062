import type { Line } from './line.ts'
import { placeMarker, type Ahead } from './place.ts'
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
  const open = writer.scope.open.map(({ place }) => place)
  const placing = placeMarker(open, line.places, ahead)
  return placing === null ? null : openPlace(writer, line, placing)
}
