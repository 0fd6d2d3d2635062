import type { DocumentLanguage, Lexicon } from '../model.ts'
import { isShortWord } from './short-words.ts'
import type { Token } from './token.ts'

/** Decides what is a word in one text: by the dictionary, the list of short words and the text itself. */
export interface Vocabulary {
  readonly language: DocumentLanguage
  /** Whether the letters make a word that may stand by itself. */
  isWord(letters: string): boolean
  /** Whether two fragments may be put together as this. */
  isKnown(letters: string): boolean
  /** How often the text prints a word inside a line, small letters and capitals alike. */
  count(word: string): number
}

const LONGEST_SHORT = 3

/** The vocabulary of a text in one language. */
export function vocabularyOf(
  tokens: Iterable<Token>,
  lexicon: Lexicon,
  language: DocumentLanguage,
): Vocabulary {
  const counts = new Map<string, number>()
  for (const { text, last } of tokens) {
    if (last || text.length > 40) continue
    const word = text.replace(/^["“‘«([]+|["”’»)\],;:.!?]+$/gu, '').toLowerCase()
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const isKnown = (letters: string): boolean => lexicon.has(letters)
  return {
    language,
    isKnown,
    isWord: (letters) =>
      letters.length > LONGEST_SHORT ? isKnown(letters) : isShortWord(letters, language),
    count: (word) => counts.get(word.toLowerCase()) ?? 0,
  }
}
