import type { DocumentLanguage, Paragraph } from '@vigil/core/documents'

/**
 * Participles that open preambular paragraphs and stand in italics in print. A closed form: one
 * capitalised participle, or one adverb before it. Words that merely look like one are left out.
 */
const OPENINGS: Partial<Record<DocumentLanguage, RegExp>> = {
  en: /^(?!During|Nothing|Concerning|Regarding)(?:Also |Further |Deeply |While )?\p{Lu}?\p{Ll}{3,}ing(?: also| further)?(?![\p{L}-])/u,
  fr: /^(?!Pendant|Durant|Avant|Devant|Suivant|Cependant|Moyennant)\p{Lu}\p{Ll}{3,}ant(?: également| aussi)?(?![\p{L}-])/u,
}

/** How many units of the text open it in italics, as the United Nations prints; 0 where unsure. */
export function openingLength(paragraph: Paragraph, language: DocumentLanguage): number {
  if (paragraph.kind !== 'preamble') return 0
  return OPENINGS[language]?.exec(paragraph.text)?.[0].length ?? 0
}
