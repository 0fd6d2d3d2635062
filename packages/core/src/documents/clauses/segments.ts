import type { Form } from './boundaries.ts'
import { lettered } from '../lettered.ts'
import { onDemand } from '../on-demand.ts'
import type { ClauseLanguage } from './languages.ts'
import { headsOf } from './verbs/index.ts'

/** A stretch of a text. */
export interface Segment {
  readonly at: number
  readonly text: string
}

/** What is looked at, in UTF-16 units, to find what joins two clauses. */
const JOINT = 80

/**
 * Cuts a text at the offsets given, and at the end of sentences where sentences name who speaks;
 * without what stands between the clauses: punctuation, “and”, “in that regard”. Offsets out of
 * order are put in order; those outside the text are left aside, empty stretches too.
 */
export function cutAt(text: string, starts: readonly number[], form: Form): Segment[] {
  const trim = trimsOf(form.language)
  const sorted = [...new Set(starts)]
    .filter((at) => at >= 0 && at < text.length)
    .toSorted((one, other) => one - other)
  return sorted.flatMap((at, index) => {
    const next = sorted[index + 1]
    const limit = form.build === 'sentence' ? sentenceEnd(text, at, next) : (next ?? text.length)
    const last = next === undefined && !text.trimEnd().endsWith(':')
    const end = trimEnd(text, { at, end: limit }, last ? trim.stop : trim.after)
    const opening = text.slice(at, Math.min(end, at + JOINT))
    const begin = at + (trim.before.exec(opening)?.[0].length ?? 0)
    return begin < end ? [{ at: begin, text: text.slice(begin, end) }] : []
  })
}

/** A full stop behind a word, and a capital: the sentence is over. Behind an initial it is not. */
const SENTENCE = lettered(
  '(?<=\\p{Ll}{2}|\\p{Lu}{2}|[\\d)”"’])[.!?][”"’)]? {1,2}(?=[“"]?\\p{Lu})',
  'g',
)

function sentenceEnd(text: string, at: number, next: number | undefined): number {
  SENTENCE.lastIndex = at
  const found = SENTENCE.exec(text)?.index ?? text.length
  return Math.min(found, next ?? text.length)
}

const trimsOf = onDemand(compile)

function compile(language: ClauseLanguage): { before: RegExp; after: RegExp; stop: RegExp } {
  const { joins, leadIns } = headsOf(language).table
  return {
    before: lettered(`^[\\s,;:.“"«]*(?:(?:${joins})\\s)?(?:(?:${leadIns}),?\\s)?`, 'i'),
    after: lettered(`(?:[\\s,;:.]|\\s(?:${joins})|\\s(?:${leadIns}))$`, 'i'),
    stop: /[\s,;:.]$|[.;,]\s?[”"»]$/u,
  }
}

function trimEnd(text: string, stretch: { at: number; end: number }, form: RegExp): number {
  let { end } = stretch
  while (end > stretch.at) {
    const found = form.exec(text.slice(Math.max(stretch.at, end - JOINT), end))
    if (found === null) break
    end -= found[0].length
  }
  return end
}
