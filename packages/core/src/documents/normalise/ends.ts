import type { DocumentLanguage } from '../model.ts'

const SENTENCE_END = /[.;:!?…。؛؟！？；：]["'”’»)\]]*$/u
const JOINING_COMMA = /[,،、]$/u

/** Words that never end a paragraph: a line that ends with one of them goes on in the next. */
const OPEN_WORDS: Record<DocumentLanguage, string> = {
  en: 'a an and as at by for from in into of on or that the to under with',
  fr: 'à au aux avec dans de des du en et la le les ou par pour que sous sur un une',
  es: 'a al con de del el en la las los o para por que un una y',
  ar: 'في من إلى على عن و أو',
  ru: 'в во и из к на о об от по с со за для или',
  zh: '',
}

const openWords = new Map(
  Object.entries(OPEN_WORDS).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Whether the text ends as a sentence, a clause of a list or a lead-in does. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8))
}

/** Whether the text ends with a comma. */
export function endsWithComma(text: string): boolean {
  return JOINING_COMMA.test(text)
}

/** Whether the text ends with a word after which something must follow, or with a hyphen. */
export function isLeftOpen(text: string, language: DocumentLanguage): boolean {
  if (/\p{L}-$/u.test(text)) return true
  const word = text.slice(text.lastIndexOf(' ') + 1).toLowerCase()
  return openWords.get(language)?.has(word) ?? false
}

/** Whether the text begins with a small letter. */
export function beginsSmall(text: string): boolean {
  return /^\p{Ll}/u.test(text)
}

/** Whether the text begins in a script that has no capitals. */
export function beginsCaseless(text: string): boolean {
  return /^\p{Lo}/u.test(text)
}
