import { z } from 'zod'
import { Clause, ClauseKind } from '../annotation.ts'
import { AddresseeCode, ThemeCode, VerbClass, ViolationCode } from '../codes.ts'

/** A stretch of a paragraph's text: from `at` up to, not including, `end` (UTF-16 units). */
export const Span = z.object({ at: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

/**
 * What a person may set of a clause. Its `strength` follows from the class they set and the words
 * beside the verb (“strongly urging”): nobody sets it. `addressees` null: it asks somebody who
 * cannot be told.
 */
export const ClauseFields = z.object({
  kind: ClauseKind,
  lemma: VerbClass.nullable(),
  addressees: z.array(AddresseeCode).nullable(),
  violations: z.array(ViolationCode),
  themes: z.array(ThemeCode),
  continuing: z.boolean(),
  urgent: z.boolean(),
})
export type ClauseFields = z.infer<typeof ClauseFields>

export const ClauseField = ClauseFields.keyof()
export type ClauseField = z.infer<typeof ClauseField>

/**
 * What a person does to the clause that starts at `at`: cuts it in two at the offset `cut`, joins it
 * with the next one of its paragraph, sets fields of it, says that it was looked at, or takes an
 * earlier correction back (`undo`, which can be taken back as well).
 */
export const CorrectionChange = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('split'),
    at: z.int().nonnegative(),
    cut: z.int().positive(),
  }),
  z.object({ type: z.literal('merge'), at: z.int().nonnegative() }),
  z.object({
    type: z.literal('set'),
    at: z.int().nonnegative(),
    fields: ClauseFields.partial(),
  }),
  z.object({ type: z.literal('review'), at: z.int().nonnegative(), reviewed: z.boolean() }),
  z.object({ type: z.literal('undo'), correction: z.uuid() }),
])
export type CorrectionChange = z.infer<typeof CorrectionChange>

/** What differs before and after, for people: codes, or the texts of clauses; null is "not known". */
export const CorrectionEffect = z.object({
  field: z.enum(['clauses', 'reviewed', ...ClauseField.options]),
  before: z.array(z.string()).nullable(),
  after: z.array(z.string()).nullable(),
})
export type CorrectionEffect = z.infer<typeof CorrectionEffect>

/**
 * One correction, written once and never changed. It belongs to a paragraph (`eid`) and says on
 * which text of it (`text`), on which clause (`clause`, its text), over which clauses of the reader
 * (`base`), and by which version of the reader (`annotationVersion`) it was made.
 */
export const Correction = z.object({
  id: z.uuid(),
  eid: z.string(),
  text: z.string(),
  clause: z.string(),
  base: z.array(Span),
  annotationVersion: z.int().positive(),
  change: CorrectionChange,
  effect: z.array(CorrectionEffect),
})
export type Correction = z.infer<typeof Correction>

/** A clause as it stands after people corrected it; `corrected` are the fields a person set. */
export const CorrectedClause = Clause.extend({
  reviewed: z.boolean(),
  corrected: z.array(z.enum(['clauses', ...ClauseField.options])),
})
export type CorrectedClause = z.infer<typeof CorrectedClause>

/**
 * A place where a person and the reader of today disagree. The person's value stands. `eid` is the
 * clause, or the paragraph where they cut it differently (`field` is `clauses`). `madeOn` and
 * `readBy` are the versions of the reader: the one the person saw, and the one of today.
 */
export const Difference = z.object({
  eid: z.string(),
  paragraph: z.string(),
  field: z.enum(['clauses', ...ClauseField.options]),
  person: z.array(z.string()).nullable(),
  reader: z.array(z.string()).nullable(),
  madeOn: z.int().positive(),
  readBy: z.int().positive(),
})
export type Difference = z.infer<typeof Difference>

/** A correction that finds no place in the text of today: somebody should look at it. */
export const Unplaced = z.object({
  correction: z.uuid(),
  paragraph: z.string(),
  /** The clause it was made on. */
  text: z.string(),
})
export type Unplaced = z.infer<typeof Unplaced>

/** What the reader and people together say of a rendition. */
export const CorrectedAnnotation = z.object({
  clauses: z.array(CorrectedClause),
  differences: z.array(Difference),
  unplaced: z.array(Unplaced),
})
export type CorrectedAnnotation = z.infer<typeof CorrectedAnnotation>
