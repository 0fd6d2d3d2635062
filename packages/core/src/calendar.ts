const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Days from one moment to another (ISO 8601 in UTC), with the part of a day where hours are given. */
export function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from)
}

/** How many days a month (1 to 12) of a year has in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return daysBetween([year, month, 1].join('-'), [...next, 1].join('-'))
}

/** Days since the beginning of the common era, with the part of the day that has passed. */
function dayNumber(moment: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = moment
    .split(/[-T:Z]/)
    .map(Number)
  const before = month > 2 ? year : year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const days = year * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + day
  return days + (hour * 3600 + minute * 60 + second) / 86_400
}
