import type { Clause } from '../annotation.ts'
import type { AddresseeCode } from '../codes.ts'
import type { Paragraph } from '../model.ts'
import { findStarts } from './boundaries.ts'
import { actorsAfter, classifySegment } from './classify.ts'
import type { ClauseContext } from './context.ts'
import { findItem } from './items.ts'
import { cutAt } from './segments.ts'

/**
 * The clauses of one paragraph, cut at the offsets given (UTF-16 units in its text), as a person or
 * the reader sets them: each piece is read for itself, without “and” and punctuation between. Offsets
 * outside the text are left aside. No offsets, no clauses.
 */
export function readClausesAt(
  paragraph: Paragraph,
  starts: readonly number[],
  context: ClauseContext,
): Clause[] {
  const clauses: Clause[] = []
  let earlier: readonly AddresseeCode[] = []
  for (const segment of cutAt(paragraph.text, starts, context.form)) {
    const read = classifySegment(segment, context, earlier)
    earlier = actorsAfter(read, context, earlier)
    const eid = `${paragraph.eid}__${context.piece}_${clauses.length + 1}`
    clauses.push({ eid, paragraph: paragraph.eid, ...read, citations: [] })
  }
  return clauses
}

/** The offsets at which the reader cuts a paragraph; what is listed without a verb begins at once. */
export function findClauseStarts(paragraph: Paragraph, context: ClauseContext): number[] {
  const text = paragraph.text.slice(context.from)
  const starts = findStarts(text, context.form).map((at) => at + context.from)
  const [first] = starts
  const listed = context.envelope !== null && context.from === 0
  const opens = first !== undefined && first <= openingOf(paragraph.text)
  const unread =
    !opens && (listed || (context.form.build === 'list' && findItem(text, context) !== undefined))
  return unread ? [0, ...starts] : starts
}

/** Blanks and quotation marks at the beginning belong to no clause. */
function openingOf(text: string): number {
  return /^[\s“"‘«]*/u.exec(text)?.[0].length ?? 0
}
