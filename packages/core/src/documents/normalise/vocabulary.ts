import type { DocumentLanguage, Lexicon } from '../model.ts'
import { headOf, tailOf } from './fragment.ts'
import { isShortWord } from './short-words.ts'
import type { Line } from './line.ts'

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
  /** Whether the text breaks words at the ends of its lines. */
  breaksWords(): boolean
  /** Whether so much of the text is known that the dictionary may be trusted with it. */
  fits(): boolean
}

const LONGEST_SHORT = 3
/** Lines looked at to tell whether the dictionary fits, spread evenly over the text. */
const SAMPLED_LINES = 200
const MOST_COUNTED = 500
/** Of fewer words nothing can be told. */
const LEAST_WORDS = 40
const MOST_FACTS = 50_000
/** Characters of a token that are looked at; no word is longer. */
const LOOKED_AT = 200
/** A text of which a larger share is unknown is not in the language of the dictionary. */
const UNKNOWN_AT_MOST = 0.4
const WORDS = /\p{L}+(?:[’']\p{L}+)*/gu
const NO_PROSE = /[\d/@_\\]|\.\p{L}/u

/** What was found out of words stays known from text to text: it follows from the lexicon alone. */
const remembered = new WeakMap<Lexicon, Map<DocumentLanguage, Map<string, Facts>>>()

/** The vocabulary of a text in one language. */
export function vocabularyOf(
  lines: readonly Line[],
  lexicon: Lexicon,
  language: DocumentLanguage,
): Vocabulary {
  const facts = factsIn(lexicon, language)
  let breaks: boolean | undefined
  const isKnown = (letters: string): boolean => lexicon.has(letters)
  const isWord = (letters: string): boolean =>
    letters.length > LONGEST_SHORT ? isKnown(letters) : isShortWord(letters, language)
  const factsOf = (text: string): Facts =>
    facts.get(text) ?? remember(facts, text, lookAt(text, isWord))
  return {
    language,
    isKnown,
    isWord,
    factsOf,
    count: counterOf(lines),
    breaksWords() {
      breaks ??= lines.some((line, index) =>
        isBroken([line, lines[index + 1]], { isKnown, isWord }),
      )
      return breaks
    },
    fits: () => unknownShare(lines, factsOf) <= UNKNOWN_AT_MOST,
  }
}

function factsIn(lexicon: Lexicon, language: DocumentLanguage): Map<string, Facts> {
  const languages = remembered.get(lexicon) ?? new Map<DocumentLanguage, Map<string, Facts>>()
  const facts = languages.get(language) ?? new Map<string, Facts>()
  remembered.set(lexicon, languages.set(language, facts))
  return facts
}

function remember(facts: Map<string, Facts>, text: string, found: Facts): Facts {
  if (facts.size >= MOST_FACTS) facts.clear()
  facts.set(text, found)
  return found
}

function lookAt(text: string, isWord: (letters: string) => boolean): Facts {
  const head = headOf(text)
  const tail = tailOf(text)
  const seen = text.slice(0, LOOKED_AT)
  const unknown = !NO_PROSE.test(seen) && (seen.match(WORDS) ?? []).some((word) => !isWord(word))
  return {
    head,
    headIsWord: head === '' || isWord(head),
    tail,
    tailIsWord: tail === '' || isWord(tail),
    unknown,
  }
}

/** Whether a word that needs no hyphen is broken between two lines: "disarma-" / "ment". */
function isBroken(
  [line, next]: readonly [Line, Line | undefined],
  { isKnown, isWord }: Pick<Vocabulary, 'isKnown' | 'isWord'>,
): boolean {
  if (next === undefined || !line.text.endsWith('-')) return false
  const left = tailOf(line.text.slice(line.text.lastIndexOf(' ') + 1, -1))
  const right = headOf(next.text.slice(0, next.text.search(/\s|$/)))
  if (left === '' || right === '' || right !== right.toLowerCase()) return false
  return isKnown(left + right) && !(isWord(left) && isWord(right))
}

function unknownShare(lines: readonly Line[], factsOf: (text: string) => Facts): number {
  const step = Math.ceil(lines.length / SAMPLED_LINES)
  let all = 0
  let unknown = 0
  for (let index = 0; index < lines.length; index += step) {
    const words = lines[index]?.text.split(' ') ?? []
    for (const word of words) if (factsOf(word).unknown) unknown += 1
    all += words.length
  }
  return all < LEAST_WORDS ? 0 : unknown / all
}

/**
 * Counts a word where no punctuation touches it. Few words are asked for in a text that people wrote;
 * of the first only so many are looked up, which bounds what a hostile one may cost.
 */
function counterOf(lines: readonly Line[]): (word: string) => number {
  let text: string | undefined
  const counts = new Map<string, number>()
  return (word) => {
    const known = counts.get(word) ?? (counts.size < MOST_COUNTED ? undefined : 0)
    if (known !== undefined) return known
    text ??= ` ${lines.map((line) => line.text).join('  ')} `.toLowerCase()
    const count = text.split(` ${word.toLowerCase()} `).length - 1
    counts.set(word, count)
    return count
  }
}
