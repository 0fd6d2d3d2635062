import { z } from 'zod'
import { AlternativeReason, DraftLanguage } from './model.ts'

/**
 * What a person decides about a draft. `language` null means that of the conclusions. `leftOut` are
 * addresses of points that do not go into the letter, with all that stands below them. `accepted`
 * are alternatives taken instead of the drafted words; `edits` are blocks in a person's own words.
 */
export const LetterChoices = z.strictObject({
  language: DraftLanguage.nullable().default(null),
  leftOut: z.array(z.string()).max(500).default([]),
  accepted: z
    .array(z.strictObject({ block: z.string(), reason: AlternativeReason }))
    .max(500)
    .default([]),
  edits: z
    .array(z.strictObject({ block: z.string(), text: z.string().trim().min(1).max(20_000) }))
    .max(500)
    .default([]),
})
export type LetterChoices = z.infer<typeof LetterChoices>

/** Nothing decided: everything goes in, as the rules write it. */
export const NO_CHOICES: LetterChoices = { language: null, leftOut: [], accepted: [], edits: [] }
