import type { Course } from './outlook.ts'
import type { Line } from './line.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'
import { nextAddress } from './scope.ts'
import { joinLines, push, type Writer } from './writer.ts'
import { isTitleLike } from './shapes.ts'

/** True where the line at `index` is a heading: by its shape, and by what stands before and after it. */
export function readsAsHeading(scope: Scope, course: Course, index: number): boolean {
  const line = course.lines[index]
  if (line === undefined) return false
  if (scope.inPreamble && course.leads[index] !== true) return false
  if (scope.inPreamble && line.is === 'heading') return isTitleLike(line.text)
  if (line.is === 'chapter' || line.is === 'heading') return true
  const place = line.places[0]
  return (
    place !== undefined &&
    isTitleLike(line.text) &&
    headsSection(scope, place, course.lines[index + 1])
  )
}

/** A few words with a number are a heading where they cannot be the next paragraph or point. */
function headsSection(scope: Scope, place: Place, next: Line | undefined): boolean {
  if (isExpected(scope, place)) return false
  if (place.ordinal > 1) return scope.headings.get(place.style) === place.ordinal - 1
  if (place.style === 'number') return true
  return (
    scope.last === 'heading' &&
    next !== undefined &&
    !next.places.some(({ style }) => style !== 'number')
  )
}

function isExpected(scope: Scope, place: Place): boolean {
  const list = scope.open.findLast((part) => part.place?.style === place.style)
  if (list?.place !== undefined && list.place !== null)
    return place.ordinal === list.place.ordinal + 1
  return place.style === 'number' && place.ordinal === 1
}

/** Writes a heading, joined with the lines it is broken over; returns the lines taken. */
export function writeHeading(writer: Writer, course: Course, index: number): number {
  const line = course.lines[index]
  if (line === undefined) return 1
  let end = index + 1
  while (course.broken[end - 1] === true) end++
  const eid = writer.address(nextAddress(writer.scope, 'heading'))
  rememberNumber(writer.scope, line)
  const text = joinLines(line, course.lines.slice(index + 1, end))
  push(writer, { eid, label: null, kind: 'heading', level: 0, marker: line.marker, text })
  return end - index
}

function rememberNumber(scope: Scope, line: Line): void {
  const place = line.places[0]
  if (place === undefined || place.style === 'number') scope.headings.clear()
  if (place !== undefined) scope.headings.set(place.style, place.ordinal)
}
