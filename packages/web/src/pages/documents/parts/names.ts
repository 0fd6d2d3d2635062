import type { DocumentDates, DocumentLanguage } from '@vigil/core/documents'
import type { Document, RenditionSummary } from '@vigil/contract/schemas'

/** Languages in their own names, as the United Nations lists them. */
export const OWN_NAMES = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
} as const satisfies Record<DocumentLanguage, string>

/** The one reading that counts in each language: that of the newest file. */
export function currentRenditions(document: Pick<Document, 'renditions'>): RenditionSummary[] {
  const newest = new Map<DocumentLanguage, RenditionSummary>()
  for (const rendition of document.renditions) {
    const known = newest.get(rendition.language)
    if (!known || known.version < rendition.version) newest.set(rendition.language, rendition)
  }
  return [...newest.values()]
}

/** The language to open a document in: the asked one if held, else the reader's own, else any. */
export function languageToOpen(
  document: Pick<Document, 'renditions'>,
  wishes: readonly (string | undefined)[],
): DocumentLanguage | undefined {
  const held = currentRenditions(document).map(({ language }) => language)
  const wish = wishes.find((language) => held.some((one) => one === language))
  return held.find((language) => language === wish) ?? held[0]
}

export type DateName = keyof DocumentDates

/** Dates in the order in which they say most about a document. */
const DATE_ORDER = [
  'adopted',
  'signed',
  'circulated',
  'meeting',
] as const satisfies readonly DateName[]

/** The dates that are known, the most telling first. */
export function knownDates(dates: DocumentDates): { name: DateName; date: string }[] {
  return DATE_ORDER.flatMap((name) => {
    const date = dates[name]
    return date === null ? [] : [{ name, date }]
  })
}

/** A name for a document in a sentence: its symbol, else its title, else null. */
export function shortName(document: Pick<Document, 'symbol' | 'title'>): string | null {
  return document.symbol ?? document.title
}

/** The direction in which a language is written. */
export function directionOf(language: DocumentLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}
