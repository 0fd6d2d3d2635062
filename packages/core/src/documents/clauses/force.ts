import { lettered } from '../lettered.ts'
import { onDemand } from '../on-demand.ts'
import type { ClauseLanguage } from './languages.ts'

/** Words that ask for something that is already being done to go on. */
const CONTINUING = {
  en: '(?<!\\p{L})(?:to|and|that it|further) continue(?!\\p{L})|(?<!\\p{L})continues?(?: to| their| its|(?= \\p{L}+ing))|(?<!\\p{L})(?:the |its |their |for |of |on )?continued (?:implementation|sharing|efforts|cooperation|engagement|support|monitoring|dialogue|collaboration)|(?<!\\p{L})(?:to )?(?:pursue|maintain|sustain|keep up) (?:its|their|the)|(?<!\\p{L})to further (?:\\p{L}+ly )?implement|continues to be',
  fr: '(?<!\\p{L})(?:continue[rz]?|continuent|poursuiv(?:re|ent|e)|poursuite|maintenir|à demeurer)(?!\\p{L})',
} as const

/** Words that ask for something at once. */
const URGENT = {
  en: '(?<!\\p{L})(?:immediately|immediate|urgently|urgent|swiftly|promptly|without (?:further |undue )?delay|as soon as possible|forthwith|expeditiously)(?!\\p{L})',
  fr: "(?<!\\p{L})(?:immédiatement|immédiate?s?|d[’']urgence|urgente?s?|sans (?:plus )?(?:tarder|délai)|dès que possible|rapidement|dans les meilleurs délais|au plus vite)(?!\\p{L})",
} as const

const continuing = onDemand((language: ClauseLanguage) => lettered(CONTINUING[language], 'i'))
const urgent = onDemand((language: ClauseLanguage) => lettered(URGENT[language], 'i'))

/** True where a directive asks for what is already being done to go on. */
export function isContinuing(text: string, language: ClauseLanguage): boolean {
  return continuing(language).test(text)
}

/** True where a directive asks for something at once. */
export function isUrgent(text: string, language: ClauseLanguage): boolean {
  return urgent(language).test(text)
}
