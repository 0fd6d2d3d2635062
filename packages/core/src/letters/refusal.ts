/**
 * Why no letter is drafted, or why facts are not taken (`facts.*` also name what was {found}); the sentences stand in the catalogue
 * `problems.json` under the same codes.
 *
 * - `letter.envelopeUnknown` {envelope}: the document has no such message
 * - `letter.noPoints` {envelope}: the message has no points, or every point is left out
 * - `letter.languageMissing` {language, found}: the words must come from the rendition in that language
 * - `letter.blockUnknown` {block}: a choice names a point or block the draft does not have
 * - `letter.alternativeUnknown` {block}: a choice takes an alternative that is not offered there
 * - `facts.notAnObject`: what was given is not a set of named facts
 * - `facts.wrongFormat` {found}: the facts are in another format
 * - `facts.unknownField` {field}: no letter needs such a fact
 * - `facts.badDate` {field, found}: not a day of the calendar written as 2024-01-29
 * - `facts.badLanguage` {field, found}: not the code of an official language
 * - `facts.badText` {field}: not one line of 1 to 500 characters
 * - `facts.badList` {field}: not a list, or more than 50 entries
 * - `facts.badGroup` {field}: not a set of named facts
 */
export type LetterProblem =
  | 'letter.envelopeUnknown'
  | 'letter.noPoints'
  | 'letter.languageMissing'
  | 'letter.blockUnknown'
  | 'letter.alternativeUnknown'
  | 'facts.notAnObject'
  | 'facts.wrongFormat'
  | 'facts.unknownField'
  | 'facts.badDate'
  | 'facts.badLanguage'
  | 'facts.badText'
  | 'facts.badList'
  | 'facts.badGroup'

/** One refusal: its code and what its sentence names. */
export interface LetterRefusal {
  readonly problem: LetterProblem
  readonly values: Readonly<Record<string, string>>
}
