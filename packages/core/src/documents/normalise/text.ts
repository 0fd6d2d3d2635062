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
  { first, number, tokens }: Mended,
  source: string,
): { block: Block; repairs: readonly Repair[] } {
  const repairs: Repair[] = []
  const parts: string[] = []
  let before: Token | null = null
  for (const token of tokens) {
    const behindMarker = parts.length === 2 && before !== null && isMarker(before)
    const between = before && gapBetween(before, token, { source, behindMarker })
    if (between?.repair) repairs.push(between.repair)
    parts.push(between?.to ?? '', token.text)
    before = token
  }
  const text = number === null ? parts.join('') : `${number} ${parts.join('')}`
  return { block: { at: beginOf(first, number, tokens), text, ...placeOf(first) }, repairs }
}

function beginOf(first: Line | undefined, number: string | null, tokens: readonly Token[]): number {
  const begin = first?.at ?? 0
  return number === null ? (tokens[0]?.at ?? begin) : begin
}

function placeOf(first: Line | undefined): Pick<Block, 'indent' | 'gap'> {
  return { indent: first?.indent ?? 0, gap: first?.gap ?? 0 }
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
