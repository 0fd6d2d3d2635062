import type { Repair, RepairRule } from '../model.ts'
import { cleanCharacters } from './characters.ts'
import type { Line } from './line.ts'

/** A stretch of the source, from the first offset to before the second. */
type Span = readonly [number, number]

/** A stretch of text between two blanks. */
export interface Token {
  /** Where it stands in the source: more than one stretch where page furniture lies between. */
  readonly spans: readonly Span[]
  readonly text: string
  /** The rule by which `text` differs from what stands in the source, or null. */
  readonly rule: RepairRule | null
  /** Whether something was taken out of the text right in front of it. */
  readonly cut: boolean
  /** Whether it is the last of its line. */
  readonly last: boolean
}

/** Blanks between words. One no-break blank alone belongs to the word, as French prints it before ":". */
const GAP = /[^\S\u00a0\u202f][\s]*|[\u00a0\u202f]\s+/g

/** Cuts a line into tokens and mends their characters. */
export function readTokens(line: Line): Token[] {
  const tokens: Token[] = []
  let from = 0
  const push = (to: number, last: boolean): void => {
    if (to <= from) return
    const raw = line.text.slice(from, to)
    const { text, rule } = cleanCharacters(raw)
    const cut = tokens.length === 0 && line.cut
    tokens.push({ spans: [[line.at + from, line.at + to]], text, rule, cut, last })
  }
  for (const gap of line.text.matchAll(GAP)) {
    push(gap.index, false)
    from = gap.index + gap[0].length
  }
  push(line.text.length, true)
  return tokens
}

/** Makes one token of several that follow each other. */
export function mergeTokens(tokens: readonly Token[], text: string, rule: RepairRule): Token {
  const spans: Span[] = []
  for (const token of tokens) {
    for (const [index, span] of token.spans.entries()) {
      const before = spans.at(-1)
      if (before && index === 0 && !token.cut) spans[spans.length - 1] = [before[0], span[1]]
      else spans.push(span)
    }
  }
  return { spans, text, rule, cut: tokens[0]?.cut ?? false, last: tokens.at(-1)?.last ?? false }
}

/** The repairs that turn the source of a token into its text. */
export function repairsOf(token: Token, source: string): Repair[] {
  const { rule } = token
  if (rule === null) return []
  return token.spans.map(([at, end], index) => ({
    at,
    from: source.slice(at, end),
    to: index === 0 ? token.text : '',
    rule,
  }))
}
