import { readFileSync } from 'node:fs'
import type { DocumentLanguage, Lexicon, ReadingTools } from '@vigil/core/documents'
import { parseHunspell, type Hunspell } from './hunspell.ts'

/**
 * Dictionaries by language. English takes two: United Nations English is British with -ize, which
 * neither the American nor the British dictionary has whole.
 */
const DICTIONARIES: Partial<Record<DocumentLanguage, readonly string[]>> = {
  en: ['dictionary-en', 'dictionary-en-gb'],
  fr: ['dictionary-fr'],
}

/** French words that lose their vowel before another word, written with an apostrophe. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/iu

/** Bounds the memory of words asked for, whatever a text holds. */
const REMEMBERED_WORDS = 50_000

/**
 * Knows no word, so nothing is ever joined by it. It stands for every language without a
 * dictionary: Spanish, Arabic, Russian and Chinese.
 */
export const emptyLexicon: Lexicon = { has: () => false }

const lexicons = new Map<DocumentLanguage, Lexicon>()

/**
 * Dictionaries for the reader of documents, read from the packages the first time a word of the
 * language is asked for and kept. A language without a dictionary gets `emptyLexicon`.
 */
export const readingTools: ReadingTools = {
  lexicon(language) {
    const lexicon = lexicons.get(language) ?? lexiconOf(DICTIONARIES[language])
    lexicons.set(language, lexicon)
    return lexicon
  },
}

function lexiconOf(packages: readonly string[] | undefined): Lexicon {
  if (packages === undefined) return emptyLexicon
  let dictionaries: readonly Hunspell[] | undefined
  const remembered = new Map<string, boolean>()
  return {
    has(word) {
      const known = remembered.get(word)
      if (known !== undefined) return known
      dictionaries ??= packages.map(readDictionary)
      const found = isWord(dictionaries, word)
      if (remembered.size >= REMEMBERED_WORDS) remembered.clear()
      remembered.set(word, found)
      return found
    },
  }
}

function readDictionary(name: string): Hunspell {
  const entry = import.meta.resolve(name)
  const read = (file: string): string => readFileSync(new URL(file, entry), 'utf8')
  return parseHunspell(read('index.aff'), read('index.dic'))
}

function isWord(dictionaries: readonly Hunspell[], word: string): boolean {
  const plain = word.normalize('NFC').replaceAll('’', "'")
  return spellings(plain).some((spelling) =>
    dictionaries.some((dictionary) => dictionary.has(spelling)),
  )
}

/** The word as it stands, without an elided article, in small letters, and as a name where it shouts. */
function spellings(word: string): string[] {
  const bare = word.replace(ELISION, '')
  const small = bare.toLowerCase()
  const name =
    bare.length > 1 && bare === bare.toUpperCase() ? bare.charAt(0) + small.slice(1) : small
  return [...new Set([word, bare, small, name])]
}
