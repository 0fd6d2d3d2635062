import type { ClauseLanguage } from '../verbs/index.ts'

/** The words that tell what a clause is about, in each language, and why these words. */
export interface TagRow<Code extends string> {
  readonly code: Code
  readonly why: string
  readonly words: Readonly<Record<ClauseLanguage, RegExp>>
}
