import type { ThemeCode, ViolationCode } from '../../codes.ts'
import { lettered } from '../../lettered.ts'
import { onDemand } from '../../on-demand.ts'
import type { ClauseLanguage } from '../languages.ts'
import type { TagRow } from './model.ts'
import { THEME_TAGS } from './themes.ts'
import { VIOLATION_TAGS } from './violations.ts'

/** What a clause is about: violations and themes, each in the order of the lists of codes. */
export function tagsOf(
  text: string,
  language: ClauseLanguage,
): { violations: ViolationCode[]; themes: ThemeCode[] } {
  return { violations: violationsIn(language)(text), themes: themesIn(language)(text) }
}

const violationsIn = onDemand((language: ClauseLanguage) => compile(VIOLATION_TAGS, language))
const themesIn = onDemand((language: ClauseLanguage) => compile(THEME_TAGS, language))

function compile<Code extends string>(
  rows: readonly TagRow<Code>[],
  language: ClauseLanguage,
): (text: string) => Code[] {
  const forms = rows.map(({ code, words, asPrinted }) => ({
    code,
    form: lettered(`(?<!\\p{L})(?:${words[language].join('|')})(?!\\p{L})`, asPrinted ? '' : 'i'),
  }))
  return (text) => forms.filter(({ form }) => form.test(text)).map(({ code }) => code)
}
