import type { Citation, Clause } from '../annotation.ts'
import type { AddresseeCode } from '../codes.ts'
import type { Paragraph } from '../model.ts'
import { findStarts } from './boundaries.ts'
import { actorsAfter, classifySegment } from './classify.ts'
import type { ClauseContext } from './context.ts'
import { findItem } from './items.ts'
import { cutAt, type Segment } from './segments.ts'

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
    clauses.push({
      eid,
      paragraph: paragraph.eid,
      ...read,
      citations: citationsIn(segment, context),
    })
  }
  return clauses
}

function citationsIn({ at, text }: Segment, { citations }: ClauseContext): Citation[] {
  return citations.filter((one) => one.at >= at && one.at < at + text.length)
}

/** The offsets at which the reader cuts a paragraph; what is listed without a verb begins at once. */
export function findClauseStarts(paragraph: Paragraph, context: ClauseContext): number[] {
  const from = context.from + openingOf(paragraph.text.slice(context.from))
  const text = paragraph.text.slice(from)
  const starts = findStarts(text, context.form).map((at) => at + from)
  const listed = context.envelope !== null && LISTED.includes(paragraph.kind)
  const item = context.form.build === 'list' && findItem(text, context) !== undefined
  const opens = starts[0] !== undefined && starts[0] <= from + LEAD
  return !opens && (listed || item) ? [from, ...starts] : starts
}

/** What leads in (“in that regard”) stands before the first clause and is not lost, in UTF-16 units. */
const LEAD = 60

/** What stands in the list of a message is a clause, whether its verb is known or not. */
const LISTED: readonly Paragraph['kind'][] = ['point', 'item']

/** Blanks, punctuation and quotation marks at the beginning belong to no clause. */
function openingOf(text: string): number {
  return /^[\s,;:“"‘«]*/u.exec(text)?.[0].length ?? 0
}
