import type { DraftLanguage } from '../model.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import type { Grammar } from './grammar.ts'

const GRAMMARS: Readonly<Record<DraftLanguage, Grammar>> = { en: ENGLISH, fr: FRENCH }

/** What drafting knows about a language. */
export function grammarOf(language: DraftLanguage): Grammar {
  return GRAMMARS[language]
}
