import { type Day, dayNumber, daysIn } from '../facts/days.ts'

/** When something happened, in milliseconds since 1970 in UTC: a moment, or a day from its begin to 24:00. */
export interface Span {
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const DAY_PART = /^(\d{4}-\d{2}-\d{2})(?:T(.+))?$/
const TIME_PART = /^(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * Reads a day (`2031-01-20`) or a moment (`2031-01-20T10:00:00+01:00`), which is turned into UTC; without
 * a zone it is UTC. Undefined where the text is neither (K25).
 */
export function readSpan(text: string): Span | undefined {
  const [, day, time] = DAY_PART.exec(text) ?? []
  if (day === undefined || !isCalendarDay(day)) return undefined
  const midnight = startOf(day)
  if (time === undefined) return { from: midnight, to: midnight + DAY }
  const inDay = readTime(time)
  if (inDay === undefined) return undefined
  return { from: midnight + inDay, to: midnight + inDay }
}

/** Milliseconds from midnight in UTC, before it or after the next one where the zone says so. */
function readTime(time: string): number | undefined {
  const [, hours, minutes, seconds = '0', zone] = TIME_PART.exec(time) ?? []
  if (hours === undefined || Number(minutes) > 59) return undefined
  const local = (Number(hours) * 60 + Number(minutes)) * MINUTE + Math.floor(Number(seconds) * 1000)
  return local > DAY || Number(seconds) >= 61 ? undefined : local - offsetOf(zone)
}

/** 24:00 UTC of a day. */
export function endOf(day: Day): number {
  return startOf(day) + DAY
}

/** 00:00 UTC of a day. */
export function startOf(day: Day): number {
  return dayNumber(day) * DAY
}

function isCalendarDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return date >= 1 && date <= daysIn(year, month)
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? []
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE
  return sign === '-' ? -offset : offset
}
