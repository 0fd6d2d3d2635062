import { onDemand } from '../../on-demand.ts'
import type { ClauseLanguage } from '../languages.ts'
import { ENGLISH_VERBS } from './english.ts'
import { FRENCH_VERBS } from './french.ts'
import { compileHeads } from './heads.ts'

export type { Head, HeadReader } from './heads.ts'
export type { Mood } from './model.ts'

const TABLES = { en: ENGLISH_VERBS, fr: FRENCH_VERBS }

/** What finds the verbs of a language. */
export const headsOf = onDemand((language: ClauseLanguage) => compileHeads(TABLES[language]))
