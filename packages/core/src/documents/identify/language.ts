import type { DocumentLanguage } from '../model.ts'

/** How much of a text is looked at, in UTF-16 units: mastheads in six languages must not decide. */
const SAMPLE = 20_000

const SCRIPTS = [
  ['ar', /\p{sc=Arab}/gu],
  ['ru', /\p{sc=Cyrl}/gu],
  ['zh', /\p{sc=Han}/gu],
] as const satisfies [DocumentLanguage, RegExp][]

/** Small words that stand in nearly every sentence of one language and in few of the others. */
const SMALL_WORDS = [
  ['en', /(?<![\p{L}'’])(?:the|of|and|to|that|with|by|for|which|its|on)(?![\p{L}'’])/giu],
  [
    'fr',
    /(?<!\p{L})(?:les|des|du|et|dans|aux|une|sur|pour|par|est|ses|au)(?!\p{L})|(?<!\p{L})[ldn]['’]/giu,
  ],
  ['es', /(?<![\p{L}'’])(?:el|los|las|del|y|una|por|con|su|sus|al|para)(?![\p{L}'’])/giu],
] as const satisfies [DocumentLanguage, RegExp][]

/** A chinese character says as much as a few letters. */
const HAN_WEIGHT = 3
const FEWEST_WORDS = 2

/**
 * The official language a text is written in, by its script and its small words; null where it is
 * too short to tell or in none of the six. Wants no dictionary and no statistics.
 */
export function identifyLanguage(text: string): DocumentLanguage | null {
  const sample = text.slice(0, SAMPLE)
  const latin = count(sample, /\p{sc=Latn}/gu)
  const [script, letters] = most(SCRIPTS.map(([language, form]) => [language, count(sample, form)]))
  if (letters * (script === 'zh' ? HAN_WEIGHT : 1) > latin) return script
  const [language, words] = most(SMALL_WORDS.map(([name, form]) => [name, count(sample, form)]))
  return words >= FEWEST_WORDS ? language : null
}

function count(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0
}

function most(counts: [DocumentLanguage, number][]): [DocumentLanguage, number] {
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))
}
