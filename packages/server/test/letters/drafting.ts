import { annotate, readDocument } from '@vigil/core/documents'
import { type Draft, draftLetter, type LetterChoices, LetterFacts } from '@vigil/core/letters'
import { readingTools } from '../../src/documents/lexicon.ts'
import { conclusions } from './conclusions.ts'

/** Nothing decided. */
export const CHOICES: LetterChoices = { language: null, leftOut: [], accepted: [], edits: [] }

/** Facts about people who do not exist. */
export const FACTS: LetterFacts = LetterFacts.parse({
  country: 'Ruritania',
  symbol: 'S/AC.51/2031/9',
  adoptedOn: '2031-11-13',
  stateSpeaker: 'A representative of the Permanent Mission of Ruritania to the United Nations',
  chair: { name: 'Ada Example', signedOn: '2032-01-25', originalLanguage: 'en' },
  president: { name: 'René d’Exemple', signedOn: '2032-01-29', originalLanguage: 'fr' },
  circulatedOn: '2032-01-30',
  letterSymbol: 'S/2032/77',
})

/** A letter drafted from a text of conclusions; made-up ones where none are given. */
export function draftOf(
  envelope: string,
  { facts = FACTS, text = conclusions('S/AC.51/2031/9') } = {},
): Draft {
  const reading = readDocument(text, readingTools)
  const result = draftLetter({ reading, annotation: annotate(reading), envelope, facts })
  if (!result.ok) throw new Error(`${result.problem} ${JSON.stringify(result.values)}`)
  return result.draft
}
