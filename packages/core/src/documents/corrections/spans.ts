import type { Clause } from '../annotation.ts'
import type { Span } from './model.ts'

/** Where a clause of the reader stands in its paragraph. */
export function spanOf({ at, text }: Pick<Clause, 'at' | 'text'>): Span {
  return { at, end: at + text.length }
}

/** Without blanks at either end. */
export function trimSpan(text: string, { at, end }: Span): Span {
  const words = text.slice(at, end)
  const start = at + (words.length - words.trimStart().length)
  return { at: start, end: Math.max(start, at + words.trimEnd().length) }
}

/** Whether there is anything to read. */
export function hasWords(text: string, { at, end }: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(at, end))
}

/** The two halves of a stretch cut at `cut`; undefined where one of them would have no words. */
export function cutSpan(text: string, span: Span, cut: number): [Span, Span] | undefined {
  if (cut <= span.at || cut >= span.end || cutsSign(text, cut)) return undefined
  const halves: [Span, Span] = [
    trimSpan(text, { at: span.at, end: cut }),
    trimSpan(text, { at: cut, end: span.end }),
  ]
  return halves.every((half) => hasWords(text, half)) ? halves : undefined
}

/** Whether an offset lies inside a sign of two UTF-16 units. */
function cutsSign(text: string, cut: number): boolean {
  return (text.codePointAt(cut - 1) ?? 0) > 0xffff
}

/** What is left of `span` where `taken` (in order, apart from each other) is taken away. */
export function subtractSpans(span: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = []
  let at = span.at
  for (const other of taken) {
    if (other.end <= at || other.at >= span.end) continue
    if (other.at > at) left.push({ at, end: other.at })
    at = other.end
  }
  return at < span.end ? [...left, { at, end: span.end }] : left
}
