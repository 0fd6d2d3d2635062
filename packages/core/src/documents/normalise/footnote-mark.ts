import type { Token } from './token.ts'
import { endsSentence } from './ends.ts'

/** A heading is not longer than this, in words. */
const LONGEST_HEADING = 20

/** Takes the mark of a footnote off the end of a heading: "Annex*", "Annex¹". */
export function dropFootnoteMark(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1)
  if (!last || tokens.length > LONGEST_HEADING || endsSentence(last.text)) return tokens
  const bare = /^([^*]*\p{L}\)?)(?:\*{1,3}|[⁰¹²³⁴-⁹]{1,3})$/u.exec(last.text)?.[1]
  if (bare === undefined || tokens.slice(0, -1).some((token) => token.text.includes('*')))
    return tokens
  return [...tokens.slice(0, -1), { ...last, text: bare, rule: 'drop-footnote-mark' }]
}
