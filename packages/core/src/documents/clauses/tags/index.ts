import type { ThemeCode, ViolationCode } from '../../codes.ts'
import type { ClauseLanguage } from '../verbs/index.ts'
import type { TagRow } from './model.ts'
import { THEME_TAGS } from './themes.ts'
import { VIOLATION_TAGS } from './violations.ts'

/** What a clause is about: violations and themes, each in the order of the lists of codes. */
export function tagsOf(
  text: string,
  language: ClauseLanguage,
): { violations: ViolationCode[]; themes: ThemeCode[] } {
  return {
    violations: codesIn(VIOLATION_TAGS, text, language),
    themes: codesIn(THEME_TAGS, text, language),
  }
}

function codesIn<Code extends string>(
  rows: readonly TagRow<Code>[],
  text: string,
  language: ClauseLanguage,
): Code[] {
  return rows.filter(({ words }) => words[language].test(text)).map(({ code }) => code)
}
