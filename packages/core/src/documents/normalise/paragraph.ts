import type { Repair } from '../model.ts'
import type { Block } from './block.ts'
import { dropFootnoteMark } from './footnote-mark.ts'
import { partMarker } from './glued-marker.ts'
import { mendHyphens } from './hyphens.ts'
import type { Line } from './line.ts'
import { joinSplitWords } from './split-words.ts'
import { layOut } from './text.ts'
import { readTokens, repairsOf, type Token } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The lines of a paragraph, and the number that was brought back to its front. */
interface Draft {
  readonly lines: readonly Line[]
  readonly number: string | null
}

/** What the reading of a paragraph needs to know of the whole text. */
interface Setting {
  readonly source: string
  readonly vocabulary: Vocabulary
  /** Whether the text is in the language of the dictionary. */
  readonly trusted: boolean
}

/** Mends the words of a paragraph and puts it on one line; the text is empty where nothing is left. */
export function readParagraph(
  { lines, number }: Draft,
  { source, vocabulary, trusted }: Setting,
): { block: Block; repairs: readonly Repair[] } {
  const { tokens, empty } = withoutEmpty(lines.flatMap(readTokens))
  const hyphenated = mendHyphens(partMarker(tokens), vocabulary)
  const joined = trusted ? joinSplitWords(hyphenated, vocabulary) : hyphenated
  const mended = dropFootnoteMark(joined)
  const { block, repairs } = layOut({ first: lines[0], number, tokens: mended }, source)
  const changed = [...empty, ...mended.filter(({ rule }) => rule !== null)]
  return { block, repairs: [...changed.flatMap((token) => repairsOf(token, source)), ...repairs] }
}

/** A paragraph on one line and otherwise as it was printed, nothing mended. */
export function readAsPrinted({ lines, number }: Draft): Block {
  const text = lines.map((line) => line.text).join(' ')
  const [first] = lines
  return {
    at: first?.at ?? 0,
    text: number === null ? text : `${number} ${text}`,
    indent: first?.indent ?? 0,
    gap: first?.gap ?? 0,
  }
}

/** Takes out tokens of which no character is left, and marks the places. */
function withoutEmpty(read: readonly Token[]): {
  tokens: readonly Token[]
  empty: readonly Token[]
} {
  if (!read.some((token) => token.text === '')) return { tokens: read, empty: [] }
  const empty = read.filter((token) => token.text === '')
  const tokens = read
    .map((token, index) => (read[index - 1]?.text === '' ? { ...token, cut: true } : token))
    .filter((token) => token.text !== '')
  return { tokens, empty }
}
