import type { DocumentLanguage } from '../../model.ts'
import { ENGLISH_VERBS } from './english.ts'
import { FRENCH_VERBS } from './french.ts'
import { compileHeads, type HeadReader } from './heads.ts'

export type { Head, HeadReader } from './heads.ts'
export type { Mood } from './model.ts'

const READERS = { en: compileHeads(ENGLISH_VERBS), fr: compileHeads(FRENCH_VERBS) }

/** A language whose clauses can be read. */
export type ClauseLanguage = keyof typeof READERS

/** True for the languages that have tables of verbs. */
export function hasVerbs(language: DocumentLanguage | null): language is ClauseLanguage {
  return language !== null && language in READERS
}

/** What finds the verbs of a language. */
export function headsOf(language: ClauseLanguage): HeadReader {
  return READERS[language]
}
