/** A day as ISO 8601 writes it (`2031-03-09`); as text, days compare in the order of time. */
export type Day = string

const DAYS_OF_ERA = 146_097
const DAYS_BEFORE_1970 = 719_468

/** How many days `day` lies after 1 January 1970, in the calendar that ISO 8601 uses. */
export function dayNumber(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  // Years begin in March, so that a leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * DAYS_OF_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970
}

/** How many days a month has; 0 for a month that does not exist. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** Whether `next` is the day after `day`. */
export function follows(day: Day, next: Day): boolean {
  return dayNumber(next) === dayNumber(day) + 1
}

/** Whether `day` lies between `from` and `to`, both ends included; an end that is null is open. */
export function isBetween(
  day: Day,
  { from, to }: { readonly from: Day | null; readonly to: Day | null },
): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}
