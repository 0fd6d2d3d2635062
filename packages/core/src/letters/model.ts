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

/**
 * A stretch of text. `blank` is the path of the fact that is missing there (`chair.signedOn`), else
 * null; `text` then says in brackets what is missing. `symbol` is the document these words lead to
 * (`S/RES/1612(2005)`), else null: output makes a link of it (R5).
 */
export const Run = z.object({
  text: z.string(),
  strong: z.boolean(),
  blank: z.string().nullable(),
  symbol: z.string().nullable(),
})
export type Run = z.infer<typeof Run>

/**
 * What a block is on the page, in this order: `symbol`, `organ` (masthead) and `distribution`, one
 * line a block; `title`; `recipient`, one line a block; `heading` (`Annex`, `To all parties …:`);
 * `note` (`[Original: English]`); `body`; `point` (lettered or roman, see `level` and `marker`);
 * `item` (a bullet of a statement); `signature` and `office`, lines that belong together; `group`,
 * the body the signatory speaks for.
 */
export const BlockRole = z.enum([
  'symbol',
  'organ',
  'distribution',
  'title',
  'recipient',
  'heading',
  'note',
  'body',
  'point',
  'item',
  'signature',
  'office',
  'group',
])
export type BlockRole = z.infer<typeof BlockRole>

/**
 * Why another wording is only offered: `second_person` (the addressee right after a verb becomes
 * "you"; to the Secretary-General the head verb does so by itself), `your_body` (it becomes "your Government", "your Committee"), `your_office`
 * ("the Secretary-General’s X" becomes "your X"). No letter at hand proves any of them.
 */
export const AlternativeReason = z.enum(['second_person', 'your_body', 'your_office'])
export type AlternativeReason = z.infer<typeof AlternativeReason>

/** Another wording of a whole block that a person may choose, and why it is not taken by itself. */
export const Alternative = z.object({ text: z.string(), reason: AlternativeReason })
export type Alternative = z.infer<typeof Alternative>

/**
 * One paragraph of a draft. `id` is unique in the draft and the same whenever it is drafted again;
 * a point has the address of the point it is made of. `level` is 0 for unindented text, 1 for (a),
 * 2 for (i). `source` is the paragraph of the conclusions it is made from, `clauses` the clauses its
 * words are; null and empty for words of the frame. `accepted` is the alternative a person chose,
 * else null. `edited` is what the draft said before a person changed it, else null.
 */
export const Block = z.object({
  id: z.string(),
  role: BlockRole,
  level: z.int().min(0).max(8),
  marker: z.string().nullable(),
  runs: z.array(Run),
  source: z.string().nullable(),
  clauses: z.array(z.string()),
  alternatives: z.array(Alternative),
  accepted: AlternativeReason.nullable(),
  edited: z.string().nullable(),
})
export type Block = z.infer<typeof Block>

/** A letter of its own: the transmittal, the annexed letter, a letter, a statement, a recommendation. */
export const DraftPart = z.object({
  kind: z.enum(['transmittal', 'annex', 'letter', 'statement', 'recommendation']),
  blocks: z.array(Block),
})
export type DraftPart = z.infer<typeof DraftPart>

/**
 * What a person must look at before the letter goes out. `form_not_confirmed`: no specimen of such a
 * letter is known; `wording_not_proven`: alternatives are offered; `points_left_out`;
 * `language_missing`: nobody knows the language of the conclusions; `opening_not_found`: the
 * conclusions do not open in the known form, so the letter's opening is incomplete;
 * `dates_out_of_order`: met, adopted, signed, passed on, circulated do not follow each other;
 * `head_verb_unknown`: the point keeps its words, because no known verb opens it.
 */
export const DraftFlagCode = z.enum([
  'form_not_confirmed',
  'wording_not_proven',
  'points_left_out',
  'language_missing',
  'opening_not_found',
  'dates_out_of_order',
  'head_verb_unknown',
])
export type DraftFlagCode = z.infer<typeof DraftFlagCode>

/** A flag with the block it stands at, null for the whole draft. */
export const DraftFlag = z.object({ code: DraftFlagCode, block: z.string().nullable() })
export type DraftFlag = z.infer<typeof DraftFlag>

/**
 * `vigil-letter/1`: a drafted letter or statement, before any layout. `envelope` is the message it
 * was asked for (a statement takes all messages of the document's public statement). `symbol` is
 * that of the conclusions. `missing` are the paths of facts that stand as blanks, in the order they
 * are met; `addressee` where the conclusions name none. Pure data: the same conclusions, facts and choices give the same draft.
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

/** The JSON Schema (2020-12) of `vigil-letter/1`, as published in `docs/schemas`. */
export function draftSchema(): object {
  return {
    $id: 'vigil-letter-1.schema.json',
    title: 'vigil-letter/1',
    ...z.toJSONSchema(Draft, { target: 'draft-2020-12' }),
  }
}
