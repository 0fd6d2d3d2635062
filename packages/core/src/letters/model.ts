import { z } from 'zod'

/** What goes out: a letter the President passes on, the Chair's own letter, a statement, a recommendation. */
export const DraftKind = z.enum([
  'transmitted_letter',
  'chair_letter',
  'statement',
  'recommendation',
])
export type DraftKind = z.infer<typeof DraftKind>

/** Drafts are written in the languages whose frames and verbs are known. */
export const DraftLanguage = z.enum(['en', 'fr'])
export type DraftLanguage = z.infer<typeof DraftLanguage>

/** A stretch of text. `blank` is the path of the fact that is missing there (`chair.signedOn`), else null. */
export const Run = z.object({ text: z.string(), strong: z.boolean(), blank: z.string().nullable() })
export type Run = z.infer<typeof Run>

/** What a block is on the page; `masthead` blocks stand above the title. */
export const BlockRole = z.enum([
  'organ',
  'distribution',
  'title',
  'heading',
  'note',
  'body',
  'point',
  'item',
  'signature',
])
export type BlockRole = z.infer<typeof BlockRole>

/** Another wording a person may choose, and why it is not taken by itself. */
export const Alternative = z.object({
  text: z.string(),
  reason: z.enum(['second_person', 'your_office']),
})
export type Alternative = z.infer<typeof Alternative>

/**
 * One paragraph of a draft. `source` is the paragraph of the conclusions it is made from, `clauses`
 * the clauses its words are, null and empty for words of the frame. `edited` is what the draft said
 * before a person changed it, else null.
 */
export const Block = z.object({
  id: z.string(),
  role: BlockRole,
  level: z.int().min(0).max(4),
  marker: z.string().nullable(),
  runs: z.array(Run),
  source: z.string().nullable(),
  clauses: z.array(z.string()),
  alternatives: z.array(Alternative),
  edited: z.string().nullable(),
})
export type Block = z.infer<typeof Block>

/** A letter of its own: the transmittal, the annexed letter, a statement, a recommendation. */
export const DraftPart = z.object({
  kind: z.enum(['transmittal', 'annex', 'letter', 'statement', 'recommendation']),
  blocks: z.array(Block),
})
export type DraftPart = z.infer<typeof DraftPart>

/** Something a person must look at before the letter goes out; `block` is where, null for the whole. */
export const DraftFlag = z.object({
  code: z.enum(['form_not_confirmed', 'wording_not_proven', 'points_left_out', 'language_missing']),
  block: z.string().nullable(),
})
export type DraftFlag = z.infer<typeof DraftFlag>

/**
 * `vigil-letter/1`: a drafted letter or statement, before any layout. `missing` are the paths of
 * facts that stand as blanks, in the order they are met. Pure data: the same conclusions, facts and
 * choices give the same draft.
 */
export const Draft = z.object({
  format: z.literal('vigil-letter/1'),
  kind: DraftKind,
  language: DraftLanguage,
  envelope: z.string(),
  symbol: z.string().nullable(),
  parts: z.array(DraftPart),
  missing: z.array(z.string()),
  flags: z.array(DraftFlag),
})
export type Draft = z.infer<typeof Draft>
