import type { Repair } from '../model.ts'
import type { Block } from './block.ts'
import type { Line } from './line.ts'
import { markerOf } from './marker.ts'
import type { Token } from './token.ts'

/** A mended paragraph: its lines, its tokens, and the number that was brought back to its front. */
export interface Draft {
  readonly lines: readonly Line[]
  readonly number: string | null
  readonly tokens: readonly Token[]
}

const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/
/** Scripts that print no blanks between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Puts a paragraph on one line and lists the blanks that this changes within its lines. */
export function layOut(draft: Draft, source: string): { block: Block; repairs: readonly Repair[] } {
  const tokens = draft.tokens.filter((token) => token.text !== '')
  const repairs: Repair[] = []
  const parts = draft.number === null ? [] : [`${draft.number} `]
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    const gap = before
      ? gapBetween(before, token, { source, behindMarker: index === 1 && isMarker(before) })
      : null
    if (gap) parts.push(gap.to)
    if (gap?.repair) repairs.push(gap.repair)
    parts.push(token.text)
  }
  const [line] = draft.lines
  const first = draft.number === null ? tokens[0]?.spans[0]?.[0] : line?.at
  const block = {
    at: first ?? 0,
    text: parts.join(''),
    indent: line?.indent ?? 0,
    gap: line?.gap ?? 0,
  }
  return { block, repairs }
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
  const at = before.spans.at(-1)?.[1] ?? 0
  const from = source.slice(at, token.spans[0]?.[0])
  if (from === ' ') return { to: from, repair: null }
  const broken = token.cut || LINE_BREAK.test(from)
  const to = broken && !token.cut && isUnspaced(before, token) ? '' : ' '
  const layout = broken ? to === ' ' : behindMarker
  return { to, repair: layout ? null : { at, from, to, rule: 'collapse-blanks' } }
}

function isUnspaced(before: Token, token: Token): boolean {
  return UNSPACED.test(before.text.slice(-1)) && UNSPACED.test(token.text.slice(0, 1))
}
