import { z } from 'zod'
import { DocumentLanguage } from '../documents/model.ts'

/** One line: signs of control would break the paragraph it stands in. */
const Words = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u)
  .nullable()
  .optional()

const Day = z.iso.date().nullable().optional()

/** `surname` is the part of `name` that is printed bold; where missing it is found by its form. */
const Signatory = z.strictObject({
  name: Words,
  surname: Words,
  signedOn: Day,
  originalLanguage: DocumentLanguage.nullable().optional(),
})

/** Somebody a letter goes to, where the conclusions name an office and not a person. */
const Recipient = z.strictObject({ name: Words, office: Words, place: Words })

/**
 * `vigil-letter-facts/1`: what a letter needs and the conclusions do not say. Every field may be
 * missing or null; what is missing stands in the draft as a visible blank and is never invented.
 */
export const LetterFacts = z.strictObject({
  format: z.literal('vigil-letter-facts/1').default('vigil-letter-facts/1'),
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

/** The JSON Schema (2020-12) of `vigil-letter-facts/1`, as published in `docs/schemas`. */
export function letterFactsSchema(): object {
  return {
    $id: 'vigil-letter-facts-1.schema.json',
    title: 'vigil-letter-facts/1',
    ...z.toJSONSchema(LetterFacts, { target: 'draft-2020-12', io: 'input' }),
  }
}
