import { Draft, LetterChoices, LetterFacts } from '@vigil/core/letters'
import { z } from 'zod'

/**
 * `vigil-letter-basis/1`: what a Word file of ours carries about itself, so that it can be compared
 * when it comes back: the draft, and what it was drafted from. Whoever edits the file can change it;
 * it is used to compare and for nothing else, and drafting again from the conclusions proves it.
 */
export const LetterBasis = z.object({
  format: z.literal('vigil-letter-basis/1'),
  /** SHA-256 of the file of conclusions, in hexadecimal; null where it is not known. */
  conclusions: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  facts: LetterFacts,
  choices: LetterChoices,
  draft: Draft,
})
export type LetterBasis = z.infer<typeof LetterBasis>
