import { lettered } from '../../lettered.ts'
import { onDemand } from '../../on-demand.ts'
import type { ClauseLanguage } from '../languages.ts'
import NAMES from './states.json' with { type: 'json' }

/** What stands before the short name in the formal one, “the Federal Republic of”, up to where a name may begin. */
const FORMAL = {
  en: lettered(
    '(?:\\p{Lu}\\p{L}+ ){0,2}(?:Republic|Kingdom|State|Principality|Sultanate) of (?:the )?(?=\\p{Lu}|the )',
    'y',
  ),
  fr: lettered(
    "(?:République|Royaume|État|Principauté|Sultanat)(?: \\p{Ll}+){0,2} (?:du |de la |des |de |d[’']|de l[’'])(?=\\p{Lu}|ex-)",
    'y',
  ),
} as const

/** A further word with a capital shows that the name belongs to somebody else's (Sudan Liberation Army). */
const ENDS = lettered('(?![\\p{L}-]| (?:People|\\p{Lu}))', 'y')

/** The names by their first letter, longest first. One expression of them all takes long to be made ready. */
const statesOf = onDemand((language: ClauseLanguage) =>
  Map.groupBy(
    NAMES[language].toSorted((one, other) => other.length - one.length),
    (name) => name.charAt(0),
  ),
)

/** Where the name of a State ends that begins at `at`; `at` where none does. Reference: un.org, Member States. */
export function stateEnd(text: string, at: number, language: ClauseLanguage): number {
  const form = FORMAL[language]
  form.lastIndex = at
  const named = at + (form.exec(text)?.[0].length ?? 0)
  return nameEnd(text, named, language) ?? nameEnd(text, at, language) ?? at
}

function nameEnd(text: string, at: number, language: ClauseLanguage): number | undefined {
  const names = statesOf(language).get(text.charAt(at)) ?? []
  const name = names.find((one) => stands(one, text, at))
  return name === undefined ? undefined : at + name.length
}

function stands(name: string, text: string, at: number): boolean {
  const end = at + name.length
  ENDS.lastIndex = end
  return text.slice(at, end).replaceAll("'", '’') === name && ENDS.test(text)
}
