import { z } from 'zod'
import { DOCUMENT_KINDS, DOCUMENT_LANGUAGES } from './names.ts'

/** The six official languages of the United Nations. A rendition is in exactly one of them. */
export const DocumentLanguage = z.enum(DOCUMENT_LANGUAGES)
export type DocumentLanguage = z.infer<typeof DocumentLanguage>

/** What a document is. `other` is a document of a kind the reader has never seen: paragraphs only. */
export const DocumentKind = z.enum(DOCUMENT_KINDS)
export type DocumentKind = z.infer<typeof DocumentKind>

/** Dates a document carries, as ISO days; null where the text does not say. */
export const DocumentDates = z.object({
  meeting: z.iso.date().nullable(),
  adopted: z.iso.date().nullable(),
  signed: z.iso.date().nullable(),
  circulated: z.iso.date().nullable(),
})
export type DocumentDates = z.infer<typeof DocumentDates>

/** The rules by which a reader may change what was extracted (un-documents.md 1.5). */
export const RepairRule = z.enum([
  'join-split-word',
  'keep-line-end-hyphen',
  'keep-suspended-hyphen',
  'drop-soft-hyphen',
  'close-space-before-hyphen',
  'drop-page-links',
  'drop-running-head',
  'drop-page-number',
  'collapse-blanks',
  'move-displaced-number',
  'drop-quotation-of-whole-text',
  'drop-footnote-mark',
  'drop-provenance-label',
  'normalise-characters',
])
export type RepairRule = z.infer<typeof RepairRule>

/** One change. `at` is an offset in the extracted text, in UTF-16 units; `from` is what stood there. */
export const Repair = z.object({
  at: z.int().nonnegative(),
  from: z.string(),
  to: z.string(),
  rule: RepairRule,
})
export type Repair = z.infer<typeof Repair>

/**
 * What a stretch of text is. `paragraph` is a numbered paragraph, or a paragraph of a text that
 * numbers none; `point` is any lettered or roman level below it; `item` a bullet, as in comments of
 * a State; `continuation` text that goes on with a numbered paragraph or point; `frontmatter` lines
 * of a masthead and remarks in brackets; `signature` also the office, place and day at an end.
 */
export const ParagraphKind = z.enum([
  'title',
  'frontmatter',
  'heading',
  'preamble',
  'paragraph',
  'point',
  'item',
  'continuation',
  'annex',
  'signature',
  'footnote',
])
export type ParagraphKind = z.infer<typeof ParagraphKind>

/**
 * A stretch of text with an address. `eid` is unique within the document and the same in every
 * language (`para_7__point_a`); `label` is what a person would cite (`7 (a)`), null where nobody
 * numbers it; `marker` is the number, letter or bullet as printed in front of the text, or null;
 * `text` is without the marker. `level` is 0 for unindented text and headings, 1 for numbered
 * paragraphs, 2 for lettered points, 3 for roman items, and so on.
 *
 * Addresses are made of what is numbered or counted, never of words: `head` is the title, then
 * `front_1`, `pre_1`, `heading_1`, `text_1` (a paragraph without a number), `signature_1`, `note_1`,
 * `annex_1`; `para_7` has the number 7. What stands in something has its address in front
 * (`annex_2__para_3__point_a__item_1`); a number that comes twice is `para_1`, then `para_1_2`.
 */
export const Paragraph = z.object({
  eid: z.string().regex(/^[a-z0-9_]+$/),
  label: z.string().nullable(),
  kind: ParagraphKind,
  level: z.int().min(0).max(9),
  marker: z.string().nullable(),
  text: z.string(),
})
export type Paragraph = z.infer<typeof Paragraph>

/** What can be known of a document from its own text. */
export const DocumentHead = z.object({
  symbol: z.string().nullable(),
  kind: DocumentKind,
  title: z.string().nullable(),
  language: DocumentLanguage.nullable(),
  dates: DocumentDates,
})
export type DocumentHead = z.infer<typeof DocumentHead>

/** What one reading of one extracted text yields. Pure data: the same text gives the same reading. */
export const Reading = z.object({
  document: DocumentHead,
  repairs: z.array(Repair),
  paragraphs: z.array(Paragraph),
})
export type Reading = z.infer<typeof Reading>

/** Decides what is a word of a language. Spelling dictionaries come from outside core. */
export interface Lexicon {
  /** True where `word` (letters and apostrophes, any case) is a word of the language. */
  has(word: string): boolean
}

/** What a reader needs beside the text: a lexicon for each language it may meet. */
export interface ReadingTools {
  lexicon(language: DocumentLanguage): Lexicon
}
