import type { Repair, RepairRule } from '../model.ts'
import { cleanCharacters, isSuspect } from './characters.ts'
import type { Line } from './line.ts'

/** A stretch of the source, from the first offset to before the second. */
type Span = readonly [number, number]

/** A stretch of text between two blanks, offsets in UTF-16 units of the source. */
export interface Token {
  readonly at: number
  readonly end: number
  readonly text: string
  /** The rule by which `text` differs from what stands in the source, or null. */
  readonly rule: RepairRule | null
  /** Whether something was taken out of the text right in front of it. */
  readonly cut: boolean
  /** Whether it is the last of its line. */
  readonly last: boolean
  /** The stretches it was put together from, where something was taken out between them; else null. */
  readonly spans: readonly Span[] | null
}

/** Blanks between words. One no-break blank alone belongs to the word, as French prints it before ":". */
const GAP = /([^\S\u00a0\u202f]\s*|[\u00a0\u202f]\s+)/

/** Cuts a line into tokens and mends their characters. A token may be left without any. */
export function readTokens(line: Line): Token[] {
  const suspect = isSuspect(line.text)
  const tokens: Token[] = []
  let at = line.at
  let isGap = false
  for (const raw of line.text.split(GAP)) {
    const end = at + raw.length
    if (!isGap && raw !== '') {
      const { text, rule } = suspect ? cleanCharacters(raw) : { text: raw, rule: null }
      const cut = line.cut && at === line.at
      tokens.push({ at, end, text, rule, cut, last: end === line.end, spans: null })
    }
    at = end
    isGap = !isGap
  }
  return tokens
}

/** Makes one token of two that follow each other. */
export function mergeTokens(
  [one, other]: readonly [Token, Token],
  text: string,
  rule: RepairRule,
): Token {
  const { at, cut } = one
  const { end, last } = other
  return { at, end, text, rule, cut, last, spans: mergeSpans(one, other) }
}

function mergeSpans(one: Token, other: Token): readonly Span[] | null {
  if (!other.cut && one.spans === null && other.spans === null) return null
  const spans = [...spansOf(one)]
  const [next, ...rest] = spansOf(other)
  const before = other.cut ? undefined : spans.pop()
  if (next) spans.push([before?.[0] ?? next[0], next[1]])
  return [...spans, ...rest]
}

function spansOf(token: Token): readonly Span[] {
  return token.spans ?? [[token.at, token.end]]
}

/** The repairs that turn the source of a token into its text. */
export function repairsOf(token: Token, source: string): Repair[] {
  const { rule } = token
  if (rule === null) return []
  return spansOf(token).map(([at, end], index) => ({
    at,
    from: source.slice(at, end),
    to: index === 0 ? token.text : '',
    rule,
  }))
}
