import { decimalValue } from '../structure/numerals.ts'

/**
 * Month names as United Nations texts print them: English, French, Spanish, Russian, and the two
 * names of each month in Arabic, which are mostly printed together (`كانون الثاني/يناير`).
 */
const MONTHS = [
  ['january', 'janvier', 'enero', 'января', 'كانون الثاني', 'يناير'],
  ['february', 'février', 'fevrier', 'febrero', 'февраля', 'شباط', 'فبراير'],
  ['march', 'mars', 'marzo', 'марта', 'آذار', 'مارس'],
  ['april', 'avril', 'abril', 'апреля', 'نيسان', 'أبريل', 'إبريل'],
  ['may', 'mai', 'mayo', 'мая', 'أيار', 'مايو'],
  ['june', 'juin', 'junio', 'июня', 'حزيران', 'يونيه', 'يونيو'],
  ['july', 'juillet', 'julio', 'июля', 'تموز', 'يوليه', 'يوليو'],
  ['august', 'août', 'aout', 'agosto', 'августа', 'آب', 'أغسطس'],
  ['september', 'septembre', 'septiembre', 'setiembre', 'сентября', 'أيلول', 'سبتمبر'],
  ['october', 'octobre', 'octubre', 'октября', 'تشرين الأول', 'أكتوبر'],
  ['november', 'novembre', 'noviembre', 'ноября', 'تشرين الثاني', 'نوفمبر'],
  ['december', 'décembre', 'decembre', 'diciembre', 'декабря', 'كانون الأول', 'ديسمبر'],
] as const

const MONTH_OF = new Map<string, number>(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const NAME = MONTHS.flat().join('|')
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:er|º|°|st|nd|rd|th)?\\s(?:de\\s)?(${NAME})(?:\\s?/\\s?(?:${NAME}))?,?\\s(?:de\\s|del\\s)?(\\d{4})(?!\\d)|(?<!\\p{L})(${NAME})\\s(\\d{1,2}),\\s(\\d{4})(?!\\d)`,
  'iu',
)

const YEAR_FIRST = /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u

/**
 * The first whole day written in `text` in any of the six languages (`29 January 2024`,
 * `le 1er mars 2024`, `29 января 2024 года`, `2024年1月29日`) as an ISO day; null where none is.
 */
export function findDay(text: string): string | null {
  const digits = text.replace(/[٠-٩０-９]/gu, (digit) => String(decimalValue(digit)))
  return yearFirst(digits) ?? dayFirst(digits)
}

function yearFirst(text: string): string | null {
  const [, year = 0, month = 0, day = 0] = YEAR_FIRST.exec(text)?.map(Number) ?? []
  return isoDay(year, month, day)
}

function dayFirst(text: string): string | null {
  const match = DAY_FIRST.exec(text)
  if (match === null) return null
  const [, day = match[5] ?? '', month = match[4] ?? '', year = match[6] ?? ''] = match
  return isoDay(Number(year), MONTH_OF.get(month.toLowerCase()) ?? 0, Number(day))
}

function isoDay(year: number, month: number, day: number): string | null {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const longest = month === 2 && !leap ? 28 : (LONGEST[month - 1] ?? 0)
  if (day < 1 || day > longest || year < 1000) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
