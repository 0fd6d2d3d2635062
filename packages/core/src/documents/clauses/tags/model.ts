import type { ClauseLanguage } from '../languages.ts'

/** The words that tell what a clause is about, in each language, and why these words. */
export interface TagRow<Code extends string> {
  readonly code: Code
  readonly why: string
  /** Whole words, as sources of regular expressions. */
  readonly words: Readonly<Record<ClauseLanguage, readonly string[]>>
  /** Set where capitals tell a name from the thing itself. */
  readonly asPrinted?: true
}
