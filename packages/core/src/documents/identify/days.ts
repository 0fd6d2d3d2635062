/** Month names as United Nations texts print them in the languages that use Latin letters. */
const MONTHS = [
  ['january', 'janvier', 'enero'],
  ['february', 'février', 'fevrier', 'febrero'],
  ['march', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juin', 'junio'],
  ['july', 'juillet', 'julio'],
  ['august', 'août', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setiembre'],
  ['october', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'décembre', 'decembre', 'diciembre'],
] as const

const MONTH_OF = new Map<string, number>(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const NAME = MONTHS.flat().join('|')
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:er|º|°|st|nd|rd|th)?\\s(?:de\\s)?(${NAME}),?\\s(?:de\\s|del\\s)?(\\d{4})(?!\\d)|(?<!\\p{L})(${NAME})\\s(\\d{1,2}),\\s(\\d{4})(?!\\d)`,
  'iu',
)

/** The first whole day written in `text` (`29 January 2024`, `le 1er mars 2024`) as an ISO day; null where none is. */
export function findDay(text: string): string | null {
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
