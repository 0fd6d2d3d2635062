import { z } from 'zod'
import { AddresseeCode, ThemeCode, VerbClass, ViolationCode } from './codes.ts'

/** Raised whenever the reading of clauses changes, so that older readings can be told from newer. */
export const ANNOTATION_VERSION = 1

/** How a message travels (un-documents.md 1.4 and 2). */
export const Carrier = z.enum(['public_statement', 'letter', 'recommendation'])
export type Carrier = z.infer<typeof Carrier>

/** Who signs what goes out, or passes it on. */
export const Sender = z.enum(['chair', 'president_sc', 'working_group'])
export type Sender = z.infer<typeof Sender>

/**
 * One message: the paragraph that opens it (`eid`), how it travels, who sends it, through whom
 * (null where nobody stands between), and to whom. `addressees` is null where the words name nobody
 * of the list; `addresseeWords` are the words themselves.
 */
export const Envelope = z.object({
  eid: z.string(),
  carrier: Carrier,
  sender: Sender.nullable(),
  via: Sender.nullable(),
  addressees: z.array(AddresseeCode).nullable(),
  addresseeWords: z.string().nullable(),
})
export type Envelope = z.infer<typeof Envelope>

/** `resolved` has one symbol; `ambiguous` has two or three candidates; `unresolved` has none. */
export const CitationState = z.enum(['resolved', 'ambiguous', 'unresolved'])
export type CitationState = z.infer<typeof CitationState>

/**
 * Words that point to another document. `at` is their offset in the paragraph's text (UTF-16 units).
 * `paragraph` is the paragraph cited, as printed (`7 (b)`), or null. `doubt` says why a
 * citation that has a symbol should still be looked at: the year does not belong to the number.
 * `committee` is the short name of the committee that the resolution is cited for
 * (`1267/1989/2253` on each of the three resolutions that name one committee), or null.
 */
export const Citation = z.object({
  at: z.int().nonnegative(),
  words: z.string(),
  symbol: z.string().nullable(),
  paragraph: z.string().nullable(),
  state: CitationState,
  candidates: z.array(z.string()),
  doubt: z.enum(['wrong_year']).nullable(),
  committee: z.string().nullable(),
})
export type Citation = z.infer<typeof Citation>

export const ClauseKind = z.enum(['expressive', 'normative', 'directive'])
export type ClauseKind = z.infer<typeof ClauseKind>

/**
 * One clause: a stretch of one paragraph's text that hangs on one verb. `at` is its offset in the
 * paragraph's text (UTF-16 units), so that `text` can be found there again. `verb` is as written
 * with what stands around it (`strongly urging`), `lemma` its class. `strength` (1 to 6) orders only
 * within a kind and is Vigil's own, not a scale of the United Nations. `addressees` are those the
 * clause itself speaks to: empty where it asks nobody, null where it asks somebody who cannot be
 * told; `addresseeWords` are the words. `implementers` are the words for who is to do the work,
 * where somebody else is asked.
 */
export const Clause = z.object({
  eid: z.string(),
  paragraph: z.string(),
  envelope: z.string().nullable(),
  at: z.int().nonnegative(),
  text: z.string(),
  verb: z.string().nullable(),
  lemma: VerbClass.nullable(),
  kind: ClauseKind,
  strength: z.int().min(1).max(6),
  addressees: z.array(AddresseeCode).nullable(),
  addresseeWords: z.string().nullable(),
  implementers: z.array(z.string()),
  violations: z.array(ViolationCode),
  themes: z.array(ThemeCode),
  continuing: z.boolean(),
  urgent: z.boolean(),
  citations: z.array(Citation),
})
export type Clause = z.infer<typeof Clause>

/** A citation with the paragraph it stands in, for the list of a whole document. */
export const PlacedCitation = Citation.extend({ eid: z.string() })
export type PlacedCitation = z.infer<typeof PlacedCitation>

/**
 * What a document says, clause by clause. `clauses` is the operative part; `views` are asks and
 * opinions of the members in the summary (`para_2__view_1`), the same in form. Pure data.
 */
export const Annotation = z.object({
  envelopes: z.array(Envelope),
  views: z.array(Clause),
  clauses: z.array(Clause),
  citations: z.array(PlacedCitation),
})
export type Annotation = z.infer<typeof Annotation>
