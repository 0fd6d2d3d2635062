import type { Repair } from '../model.ts'
import type { Block } from './block.ts'
import type { Line } from './line.ts'
import { markerOf } from './marker.ts'
import type { Token } from './token.ts'

/** A mended paragraph: its first line, its tokens, and the number that was brought back to its front. */
interface Mended {
  readonly first: Line | undefined
  readonly number: string | null
  readonly tokens: readonly Token[]
}

const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/
/** Scripts that print no blanks between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Puts a paragraph on one line and lists the blanks that this changes within its lines. */
export function layOut(
  draft: Mended,
  source: string,
): { block: Block; repairs: readonly Repair[] } {
  const { first, tokens } = draft
  const repairs: Repair[] = []
  const parts = draft.number === null ? [] : [`${draft.number} `]
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    const behindMarker = index === 1 && before !== undefined && isMarker(before)
    const between = before ? gapBetween(before, token, { source, behindMarker }) : null
    if (between) parts.push(between.to)
    if (between?.repair) repairs.push(between.repair)
    parts.push(token.text)
  }
  const { at = 0, indent = 0, gap = 0 } = first ?? {}
  const begin = draft.number === null ? (tokens[0]?.at ?? at) : at
  return { block: { at: begin, text: parts.join(''), indent, gap }, repairs }
}

function isMarker(token: Token): boolean {
  return markerOf(token.text) === token.text
}

/** What stands between two words of a block, and the repair where that is no layout. */
function gapBetween(
  before: Token,
  token: Token,
  { source, behindMarker }: { source: string; behindMarker: boolean },
): { to: string; repair: Repair | null } {
  const at = before.end
  const from = source.slice(at, token.at)
  if (from === ' ') return { to: from, repair: null }
  const broken = token.cut || LINE_BREAK.test(from)
  const to = broken && !token.cut && isUnspaced(before, token) ? '' : ' '
  const layout = broken ? to === ' ' : behindMarker
  return { to, repair: layout ? null : { at, from, to, rule: 'collapse-blanks' } }
}

function isUnspaced(before: Token, token: Token): boolean {
  return UNSPACED.test(before.text.slice(-1)) && UNSPACED.test(token.text.slice(0, 1))
}
