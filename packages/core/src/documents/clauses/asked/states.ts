import { lettered } from '../../lettered.ts'
import { onDemand } from '../../on-demand.ts'
import type { ClauseLanguage } from '../languages.ts'
import NAMES from './states.json' with { type: 'json' }

/** What stands before the short name in the formal one: “the Federal Republic of”. */
const FORMAL = {
  en: '(?:(?:\\p{Lu}\\p{L}+ ){0,2}(?:Republic|Kingdom|State|Principality|Sultanate) of (?:the )?)?',
  fr: "(?:(?:République|Royaume|État|Principauté|Sultanat)(?: \\p{Ll}+){0,2} (?:du |de la |des |de |d[’']|de l[’']))?",
} as const

/** A further word with a capital shows that the name belongs to somebody else's (Sudan Liberation Army). */
const ENDS = '(?![\\p{L}-]| (?:People|\\p{Lu}))'

const statesOf = onDemand((language: ClauseLanguage) => {
  const names = NAMES[language].toSorted((one, other) => other.length - one.length)
  return lettered(`${FORMAL[language]}(?:${names.join('|').replaceAll('’', "['’]")})${ENDS}`, 'y')
})

/** Where the name of a State ends that begins at `at`; `at` where none does. Reference: un.org, Member States. */
export function stateEnd(text: string, at: number, language: ClauseLanguage): number {
  const form = statesOf(language)
  form.lastIndex = at
  return at + (form.exec(text)?.[0].length ?? 0)
}
