import type { DocumentLanguage, Lexicon } from '../model.ts'
import { headOf, tailOf } from './fragment.ts'
import { isShortWord } from './short-words.ts'
import type { Token } from './token.ts'

/** What the search for split words asks of a token, told by its text alone. */
export interface Facts {
  /** The letters it begins with, if it may be the rest of a split word; else empty. */
  readonly head: string
  readonly headIsWord: boolean
  /** The letters it ends with, if it may be the beginning of a split word; else empty. */
  readonly tail: string
  readonly tailIsWord: boolean
  /** Whether it holds letters that are no word, figures and addresses left aside. */
  readonly unknown: boolean
}

/** Decides what is a word in one text: by the dictionary, the list of short words and the text itself. */
export interface Vocabulary {
  readonly language: DocumentLanguage
  /** Whether the letters make a word that may stand by itself. */
  isWord(letters: string): boolean
  /** Whether the dictionary has the word, however short. */
  isKnown(letters: string): boolean
  factsOf(text: string): Facts
  /** How often the text prints a word inside a line, small letters and capitals alike. */
  count(word: string): number
}

const LONGEST_SHORT = 3
const LONGEST_COUNTED = 40
const WORDS = /\p{L}+(?:[’']\p{L}+)*/gu
const NO_PROSE = /[\d/@_\\]|\.\p{L}/u
const PUNCTUATION_AROUND = /^["“‘«([]+|["”’»)\],;:.!?]+$/gu

/** The vocabulary of a text in one language. */
export function vocabularyOf(
  tokens: readonly Token[],
  lexicon: Lexicon,
  language: DocumentLanguage,
): Vocabulary {
  const facts = new Map<string, Facts>()
  let counts: ReadonlyMap<string, number> | undefined
  const isKnown = (letters: string): boolean => lexicon.has(letters)
  const isWord = (letters: string): boolean =>
    letters.length > LONGEST_SHORT ? isKnown(letters) : isShortWord(letters, language)
  return {
    language,
    isKnown,
    isWord,
    factsOf(text) {
      const known = facts.get(text)
      if (known) return known
      const found = lookAt(text, isWord)
      facts.set(text, found)
      return found
    },
    count(word) {
      counts ??= countWords(tokens)
      return counts.get(word.toLowerCase()) ?? 0
    },
  }
}

function lookAt(text: string, isWord: (letters: string) => boolean): Facts {
  const head = headOf(text)
  const tail = tailOf(text)
  const unknown = !NO_PROSE.test(text) && (text.match(WORDS) ?? []).some((word) => !isWord(word))
  return {
    head,
    headIsWord: head === '' || isWord(head),
    tail,
    tailIsWord: tail === '' || isWord(tail),
    unknown,
  }
}

function countWords(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text, last } of tokens) {
    if (last || text.length > LONGEST_COUNTED) continue
    const word = text.replace(PUNCTUATION_AROUND, '').toLowerCase()
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
