import type { Reading } from '../documents/model.ts'
import type { LetterFacts } from './facts.ts'

const COUNTRY = {
  en: /^Conclusions on children and (?:the )?armed conflict in (?<country>\p{Lu}.*)$/u,
  fr: /^Conclusions (?:sur|concernant) les enfants et (?:le conflit armé|les conflits armés) (?<country>(?:au|aux|en|à|dans) .*)$/u,
} as const

/**
 * Facts that the conclusions themselves tell, for a form to begin with: country, symbol, day of
 * adoption. Drafting takes facts only from what it is given; a person has then seen these.
 */
export function prefillFacts({ document }: Pick<Reading, 'document'>): LetterFacts {
  const { title, language, symbol, dates } = document
  const pattern = language === 'en' || language === 'fr' ? COUNTRY[language] : null
  return {
    format: 'vigil-letter-facts/1',
    country: (title && pattern?.exec(title)?.groups?.['country']) || null,
    symbol,
    adoptedOn: dates.adopted,
  }
}
