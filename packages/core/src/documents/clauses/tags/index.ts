import type { ThemeCode, ViolationCode } from '../../codes.ts'
import type { ClauseLanguage } from '../verbs/index.ts'

/** What a clause is about: violations and themes, each in the order of the lists of codes. */
export function tagsOf(
  _text: string,
  _language: ClauseLanguage,
): { violations: ViolationCode[]; themes: ThemeCode[] } {
  return { violations: [], themes: [] }
}
