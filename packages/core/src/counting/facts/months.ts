import { exactly, type Ratio } from '../numbers/ratio.ts'
import { type Day, dayNumber, daysIn } from './days.ts'

/** Days of a month on average, as R-CMP-5 has it. */
const DAYS_OF_A_MONTH = 30.4375

interface Period {
  readonly start: Day
  readonly end: Day
  /** As the bundle gives it; used as it is (K13). */
  readonly months: number | null
}

/**
 * How many months a period has (R-CMP-5, K13): as given; otherwise whole calendar months, or where it
 * does not consist of such, its days by 30.4375.
 */
export function monthsOf({ start, end, months }: Period): Ratio {
  if (months !== null) return exactly(months)
  const days = dayNumber(end) - dayNumber(start) + 1
  const whole = calendarMonths(start, end)
  if (whole !== null) return exactly(whole)
  const { numerator, denominator } = exactly(DAYS_OF_A_MONTH)
  return { numerator: BigInt(days) * denominator, denominator: numerator }
}

function calendarMonths(start: Day, end: Day): number | null {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number)
  const [lastYear = 0, lastMonth = 0] = end.split('-').map(Number)
  const isWhole = day === 1 && isLastOfMonth(end)
  return isWhole ? (lastYear - year) * 12 + lastMonth - month + 1 : null
}

function isLastOfMonth(day: Day): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return date === daysIn(year, month)
}
