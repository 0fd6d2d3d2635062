import type { Form } from './boundaries.ts'
import { headsOf, type ClauseLanguage } from './verbs/index.ts'

/** A stretch of a text. */
export interface Segment {
  readonly at: number
  readonly text: string
}

/** What is looked at, in UTF-16 units, to find what joins two clauses. */
const JOINT = 80

/**
 * Cuts a text at the offsets given, and at the end of sentences where sentences name who speaks; without what stands between the clauses: punctuation, “and”,
 * “in that regard”. Offsets out of order or out of the text are left aside, empty stretches too.
 */
export function cutAt(text: string, starts: readonly number[], form: Form): Segment[] {
  const { language } = form
  const sorted = [...new Set(starts)]
    .filter((at) => at >= 0 && at < text.length)
    .toSorted((one, other) => one - other)
  return sorted.flatMap((at, index) => {
    const next = sorted[index + 1]
    const limit = form.build === 'sentence' ? sentenceEnd(text, at, next) : (next ?? text.length)
    const end = trimEnd(text, at, {
      end: limit,
      language,
      last: next === undefined && !/:\s*$/u.test(text),
    })
    const begin = trimStart(text, at, end, language)
    return begin < end ? [{ at: begin, text: text.slice(begin, end) }] : []
  })
}

/** A full stop behind a word, and a capital: the sentence is over. Behind an initial it is not. */
const SENTENCE = /(?<=\p{Ll}{2}|\p{Lu}{2}|[\d)”"’])[.!?][”"’)]? {1,2}(?=[“"]?\p{Lu})/gu

function sentenceEnd(text: string, at: number, next: number | undefined): number {
  SENTENCE.lastIndex = at
  const found = SENTENCE.exec(text)?.index ?? text.length
  return Math.min(found, next ?? text.length)
}

const TRIMS = { en: compile('en'), fr: compile('fr') }

function compile(language: ClauseLanguage): { before: RegExp; after: RegExp; stop: RegExp } {
  const { joins, leadIns } = headsOf(language).table
  return {
    before: new RegExp(`^[\\s,;:.“"«]*(?:(?:${joins})\\s)?(?:(?:${leadIns}),?\\s)?`, 'iu'),
    after: new RegExp(`(?:[\\s,;:.]|\\s(?:${joins})|\\s(?:${leadIns}))$`, 'iu'),
    stop: /[\s,;:.]$|[.;,]\s?[”"»]$/u,
  }
}

function trimStart(text: string, at: number, end: number, language: ClauseLanguage): number {
  const opening = text.slice(at, Math.min(end, at + JOINT))
  return at + (TRIMS[language].before.exec(opening)?.[0].length ?? 0)
}

function trimEnd(
  text: string,
  at: number,
  place: { end: number; language: ClauseLanguage; last: boolean },
): number {
  const form = place.last ? TRIMS[place.language].stop : TRIMS[place.language].after
  let end = place.end
  for (;;) {
    const found = form.exec(text.slice(Math.max(at, end - JOINT), end))
    if (found === null || end <= at) return end
    end -= found[0].length
  }
}
