import { headOf, tailOf } from './fragment.ts'
import { mergeTokens, type Token } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'

/** No word is longer: fragments that make more letters than this are not put together. */
const LONGEST_WORD = 24

const WORDS = /\p{L}+(?:[’']\p{L}+)*/gu
const NO_PROSE = /[\d/@_\\]|\.\p{L}/u

/** A token with what the search for split words asks again and again. */
interface Piece {
  readonly token: Token
  readonly head: string
  readonly tail: string
  readonly unknown: boolean
}

/** The cheapest way found to read the pieces from one place to the end. */
interface Way {
  /** Tokens left that are no words. */
  readonly unknown: number
  readonly joins: number
  /** The first token of this way and how many pieces it is made of. */
  readonly token: Token
  readonly take: number
}

/**
 * Joins words that kerning split: fragments are put together where the result is a word and at
 * least one fragment is not. Among several ways the one that leaves the fewest unknown words wins,
 * then the one with the fewest joins.
 */
export function joinSplitWords(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const pieces = tokens.map((token) => pieceOf(token, vocabulary))
  if (!pieces.some((piece) => piece.unknown)) return [...tokens]
  const ways: (Way | undefined)[] = []
  for (let index = pieces.length - 1; index >= 0; index--) {
    ways[index] = cheapestWay(pieces, ways, { index, vocabulary })
  }
  const joined: Token[] = []
  let way = ways[0]
  for (let index = 0; way; way = ways[index]) {
    joined.push(way.token)
    index += way.take
  }
  return joined
}

/** Whether the text of a token holds letters that are no word, figures and addresses left aside. */
export function isUnknown(text: string, vocabulary: Vocabulary): boolean {
  if (NO_PROSE.test(text)) return false
  return text.match(WORDS)?.some((word) => !vocabulary.isWord(word)) ?? false
}

function pieceOf(token: Token, vocabulary: Vocabulary): Piece {
  return {
    token,
    head: headOf(token),
    tail: tailOf(token),
    unknown: isUnknown(token.text, vocabulary),
  }
}

function cheapestWay(
  pieces: readonly Piece[],
  ways: readonly (Way | undefined)[],
  at: { index: number; vocabulary: Vocabulary },
): Way | undefined {
  const piece = pieces[at.index]
  if (piece === undefined) return undefined
  const next = ways[at.index + 1]
  let best = wayOf(next, { token: piece.token, take: 1, unknown: piece.unknown })
  for (const { token, take } of joinsFrom(pieces, at)) {
    const way = wayOf(ways[at.index + take], {
      token,
      take,
      unknown: isUnknown(token.text, at.vocabulary),
    })
    const better =
      way.unknown < best.unknown || (way.unknown === best.unknown && way.joins < best.joins)
    if (better) best = way
  }
  return best
}

function wayOf(
  rest: Way | undefined,
  first: { token: Token; take: number; unknown: boolean },
): Way {
  return {
    token: first.token,
    take: first.take,
    unknown: (rest?.unknown ?? 0) + (first.unknown ? 1 : 0),
    joins: (rest?.joins ?? 0) + first.take - 1,
  }
}

/** Every word that may be made of the piece at one place and those after it. */
function* joinsFrom(
  pieces: readonly Piece[],
  at: { index: number; vocabulary: Vocabulary },
): Generator<{ token: Token; take: number }> {
  const fragments = [pieces[at.index]?.tail ?? '']
  let letters = fragments[0] ?? ''
  for (let index = at.index + 1; letters !== '' && index < pieces.length; index++) {
    const piece = pieces[index]
    if (piece === undefined || piece.head === '') return
    letters += piece.head
    if (letters.length > LONGEST_WORD) return
    fragments.push(piece.head)
    if (isSplitWord(fragments, letters, at.vocabulary)) {
      const tokens = pieces.slice(at.index, index + 1).map(({ token }) => token)
      const text = tokens.map((token) => token.text).join('')
      yield { token: mergeTokens(tokens, text, 'join-split-word'), take: tokens.length }
    }
    if (piece.head !== piece.token.text) return
  }
}

/** Whether fragments are pieces of one word: known together, not all of them words apart. */
function isSplitWord(
  fragments: readonly string[],
  letters: string,
  vocabulary: Vocabulary,
): boolean {
  const [first = '', ...others] = fragments
  const shouting = letters === letters.toUpperCase()
  if (!shouting && others.some((other) => /^\p{Lu}/u.test(other))) return false
  const strange = others.filter((other) => !vocabulary.isWord(other))
  const name = /^\p{Lu}/u.test(first)
  if (name ? strange.length < others.length : strange.length === 0 && vocabulary.isWord(first))
    return false
  return vocabulary.isKnown(letters)
}
