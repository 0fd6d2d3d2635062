import { gluedMarkerOf } from './marker.ts'
import type { Token } from './token.ts'

/** Puts the missing blank behind a number or letter that is printed against its text. */
export function partMarker(tokens: readonly Token[]): readonly Token[] {
  const [first, ...rest] = tokens
  const marker = first ? gluedMarkerOf(first.text) : ''
  if (!first || marker === '') return tokens
  const text = `${marker} ${first.text.slice(marker.length)}`
  return [{ ...first, text, rule: 'normalise-characters' }, ...rest]
}
