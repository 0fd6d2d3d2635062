import type { Block } from '../normalise/block.ts'
import type { Paragraph } from '../model.ts'
import { readFront } from './front.ts'
import { readLines, type Line } from './line.ts'
import type { Scope } from './scope.ts'
import { newWriter, openAnnex, writeFront, writePart, writeText, type Writer } from './writer.ts'
import { lookAhead, survey, type Course } from './outlook.ts'
import { readsAsHeading, writeHeading } from './headings.ts'
import { holderOf, writeMarked } from './points.ts'

/**
 * Reads the structure of a document: title, preamble, numbered paragraphs, points, annexes,
 * signatures, each with its address. Markers and texts of all paragraphs, joined by blanks, are the
 * blocks: nothing is lost and nothing moved. Which list a marker belongs to is decided by what is
 * expected next; addresses never come from words, so another language gives the same ones.
 */
export function readStructure(blocks: readonly Block[]): Paragraph[] {
  const lines = readLines(blocks.filter(({ text }) => text !== ''))
  const course = survey(lines)
  const writer = newWriter()
  const front = readFront(lines)
  writeFront(writer, lines, front)
  let index = front.body
  while (index < lines.length) index += readPart(writer, course, index)
  return writer.paragraphs
}

/** Writes what stands at `index`; returns how many lines it took. */
function readPart(writer: Writer, course: Course, index: number): number {
  const line = course.lines[index]
  if (line === undefined) return 1
  if (line.is === 'annex') return openAnnex(writer, course.lines, index)
  if (line.is === 'note') return writePart(writer, 'footnote', line)
  if (closes(writer.scope, line, course.closes[index] === true))
    return writePart(writer, 'signature', line)
  if (line.is === 'enacting') writer.scope.inPreamble = true
  if (readsAsHeading(writer.scope, course, index)) return writeHeading(writer, course, index)
  const marked = writeMarked(writer, line, lookAhead(course.lines, index))
  return marked ?? writeText(writer, line, holderOf(writer.scope, course.lines, index))
}

/** A signature and the short lines below it (office, group), and the last short lines of a document or annex. */
function closes(scope: Scope, line: Line, atEnd: boolean): boolean {
  const below = scope.closing && line.is === 'heading'
  scope.closing = line.is === 'signature' || below
  return scope.closing || (atEnd && scope.last !== null && scope.last !== 'annex')
}
