import { z } from 'zod'

const Words = z.string().trim().min(1).max(500).nullable().optional()
const Day = z.iso.date().nullable().optional()

const Signatory = z.object({ name: Words, signedOn: Day, originalLanguage: Words })

/** Somebody a letter goes to, where the conclusions name an office and not a person. */
const Recipient = z.object({ name: Words, office: Words, place: Words })

/**
 * `vigil-letter-facts/1`: what a letter needs and the conclusions do not say. Every field may be
 * missing or null; what is missing stands in the draft as a visible blank and is never invented.
 */
export const LetterFacts = z.object({
  format: z.literal('vigil-letter-facts/1'),
  country: Words,
  symbol: Words,
  adoptedOn: Day,
  stateSpeaker: Words,
  chair: Signatory.nullable().optional(),
  president: Signatory.nullable().optional(),
  circulatedOn: Day,
  letterSymbol: Words,
  recipients: z.array(Recipient).max(50).nullable().optional(),
})
export type LetterFacts = z.infer<typeof LetterFacts>
