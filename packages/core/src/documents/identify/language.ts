import type { DocumentLanguage } from '../model.ts'

/** How much of a text is looked at, in UTF-16 units: enough to outweigh a masthead in several languages. */
const SAMPLE = 5_000

/** A Chinese character says as much as a few letters. */
const SCRIPTS = [
  { language: 'ar', form: /\p{sc=Arab}/gu, weight: 1 },
  { language: 'ru', form: /\p{sc=Cyrl}/gu, weight: 1 },
  { language: 'zh', form: /\p{sc=Han}/gu, weight: 3 },
] as const satisfies { language: DocumentLanguage; form: RegExp; weight: number }[]

/** Small words that stand in nearly every sentence of one language and in few of the others. */
const SMALL_WORDS = [
  { language: 'en', words: wordSet('the of and to that with by for which its on from in') },
  { language: 'fr', words: wordSet('les des du et dans aux une sur pour par est ses au l d qu') },
  { language: 'es', words: wordSet('el los las del y una por con su sus al para lo en') },
] as const satisfies { language: DocumentLanguage; words: ReadonlySet<string> }[]

const FEWEST_WORDS = 2

/**
 * The official language a text is written in, by its script and its small words; null where it is
 * too short to tell or in none of the six. Needs no dictionary and no statistics.
 */
export function identifyLanguage(text: string): DocumentLanguage | null {
  const sample = text.slice(0, SAMPLE)
  const script = highest(
    SCRIPTS.map(({ language, form, weight }) => ({
      language,
      score: (sample.match(form)?.length ?? 0) * weight,
    })),
  )
  const words = sample.toLowerCase().match(/[a-zà-ÿ]+/gu) ?? []
  const letters = words.reduce((count, word) => count + word.length, 0)
  if (script.score > letters) return script.language
  const told = highest(
    SMALL_WORDS.map((entry) => ({
      language: entry.language,
      score: words.filter((word) => entry.words.has(word)).length,
    })),
  )
  return told.score >= FEWEST_WORDS ? told.language : null
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

interface Score {
  language: DocumentLanguage
  score: number
}

function highest(scores: Score[]): Score {
  return scores.reduce((best, one) => (one.score > best.score ? one : best))
}
