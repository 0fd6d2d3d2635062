import { z } from 'zod'
import { daysInMonth } from '../../calendar.ts'
import type { Code } from '../../codes/lists.ts'

const FORM = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/

/** The first and the last day (ISO 8601) that a date may mean. */
export interface Span {
  readonly first: string
  readonly last: string
}

/**
 * A date as exactly as it is known: `2031`, `2031-Q2`, `2031-03` or `2031-03-09`. Its precision follows
 * from its form, so that both never contradict each other.
 */
export const PartialDate = z.strictObject({
  on: z.string().refine((on) => findSpan(on) !== undefined, 'no such date'),
  estimated: z.boolean(),
})
export type PartialDate = Readonly<z.infer<typeof PartialDate>>

/** From one date to another; `to` null: it went on, or nobody knows. One day: both are the same. */
export const DateRange = z
  .strictObject({ from: PartialDate, to: PartialDate.nullable() })
  .refine(
    ({ from, to }) => to === null || spanOf(from).first <= spanOf(to).last,
    'ends before it starts',
  )
export type DateRange = Readonly<z.infer<typeof DateRange>>

/** How exactly the date is known. */
export function precisionOf({ on }: PartialDate): Code<'datePrecision'> {
  if (on.includes('Q')) return 'quarter'
  if (on.length === 4) return 'year'
  return on.length === 7 ? 'month' : 'day'
}

/** The days that `date` may mean. */
export function spanOf(date: Pick<PartialDate, 'on'>): Span {
  const span = findSpan(date.on)
  if (!span) throw new RangeError(`${date.on} is not a date`)
  return span
}

/** The days that a range may mean, without end where it has none. */
export function spanOfRange({ from, to }: DateRange): { first: string; last: string | null } {
  return { first: spanOf(from).first, last: to && spanOf(to).last }
}

function findSpan(on: string): Span | undefined {
  const [whole, year = '', quarter, month, day] = FORM.exec(on) ?? []
  if (whole === undefined || Number(year) < 1900) return undefined
  if (quarter !== undefined) return monthsOf(year, Number(quarter) * 3 - 2, Number(quarter) * 3)
  if (month === undefined) return monthsOf(year, 1, 12)
  if (!isBetween(Number(month), 1, 12)) return undefined
  if (day === undefined) return monthsOf(year, Number(month), Number(month))
  const longest = daysInMonth(Number(year), Number(month))
  return isBetween(Number(day), 1, longest) ? { first: on, last: on } : undefined
}

function isBetween(number: number, least: number, most: number): boolean {
  return least <= number && number <= most
}

function monthsOf(year: string, first: number, last: number): Span {
  const end = daysInMonth(Number(year), last)
  return { first: `${year}-${twoDigits(first)}-01`, last: `${year}-${twoDigits(last)}-${end}` }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
