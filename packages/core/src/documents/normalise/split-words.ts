import { mergeTokens, type Token } from './token.ts'
import type { Facts, Vocabulary } from './vocabulary.ts'

/** No word is longer: fragments that make more letters than this are not put together. */
const LONGEST_WORD = 24

/** Kerning cuts no word into more pieces. */
const MOST_FRAGMENTS = 6

/** Nobody writes more words without a comma or a stop; it bounds what a hostile text may cost. */
const LONGEST_RUN = 400

/** A token with what is known of it. */
interface Piece {
  readonly token: Token
  readonly facts: Facts
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
  const joined: Token[] = []
  let run: Piece[] = []
  for (const token of tokens) {
    const facts = vocabulary.factsOf(token.text)
    if (facts.head === '' || run.at(-1)?.facts.tail === '' || run.length >= LONGEST_RUN) {
      joinRun(run, joined, vocabulary)
      run = []
    }
    run.push({ token, facts })
  }
  joinRun(run, joined, vocabulary)
  return joined
}

/** Reads a run of pieces, each of which may go on in the next one, in the cheapest way. */
function joinRun(run: readonly Piece[], joined: Token[], vocabulary: Vocabulary): void {
  const strange = run.some(({ facts }) => facts.unknown || !facts.headIsWord || !facts.tailIsWord)
  if (run.length < 2 || !strange) {
    for (const { token } of run) joined.push(token)
    return
  }
  const ways: (Way | undefined)[] = []
  for (let index = run.length - 1; index >= 0; index--) {
    ways[index] = cheapestWay(run, ways, { index, vocabulary })
  }
  let way = ways[0]
  for (let index = 0; way; way = ways[index]) {
    joined.push(way.token)
    index += way.take
  }
}

function cheapestWay(
  pieces: readonly Piece[],
  ways: readonly (Way | undefined)[],
  at: { index: number; vocabulary: Vocabulary },
): Way | undefined {
  const piece = pieces[at.index]
  if (piece === undefined) return undefined
  let best = wayOf(ways[at.index + 1], {
    token: piece.token,
    take: 1,
    unknown: piece.facts.unknown,
  })
  for (const { token, take } of joinsFrom(pieces, at)) {
    const { unknown } = at.vocabulary.factsOf(token.text)
    const way = wayOf(ways[at.index + take], { token, take, unknown })
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

/**
 * Every word that may be made of the piece at one place and those after it. A capital inside makes
 * no word, unless all letters are capitals.
 */
function* joinsFrom(
  pieces: readonly Piece[],
  at: { index: number; vocabulary: Vocabulary },
): Generator<{ token: Token; take: number }> {
  const first = pieces[at.index]
  if (first === undefined) return
  let letters = first.facts.tail
  let strange = 0
  const end = at.index + MOST_FRAGMENTS
  for (const [others, piece] of pieces.slice(at.index + 1, end).entries()) {
    if (!mayGoOn(letters, piece.facts.head)) return
    letters += piece.facts.head
    if (!piece.facts.headIsWord) strange += 1
    const whole = isSplit(first, { strange, others: others + 1 }) && at.vocabulary.isKnown(letters)
    const joined = whole ? joinPieces(pieces.slice(at.index, at.index + others + 2)) : null
    if (joined) yield joined
    if (piece.facts.head !== piece.token.text) return
  }
}

function mayGoOn(letters: string, head: string): boolean {
  if (letters === '' || head === '' || letters.length + head.length > LONGEST_WORD) return false
  return !isCapital(head) || (letters + head).toUpperCase() === letters + head
}

function joinPieces(pieces: readonly Piece[]): { token: Token; take: number } | null {
  const [first, ...rest] = pieces.map(({ token }) => token)
  if (first === undefined) return null
  const token = rest.reduce(
    (joined, next) => mergeTokens([joined, next], joined.text + next.text, 'join-split-word'),
    first,
  )
  return { token, take: pieces.length }
}

/**
 * Whether fragments may be pieces of one word: not all of them words. A fragment with a capital may
 * be a name and needs none but strange ones after it.
 */
function isSplit(first: Piece, rest: { strange: number; others: number }): boolean {
  if (isCapital(first.facts.tail)) return rest.strange === rest.others
  return rest.strange > 0 || !first.facts.tailIsWord
}

function isCapital(letters: string): boolean {
  const letter = letters.charAt(0)
  return letter !== letter.toLowerCase()
}
