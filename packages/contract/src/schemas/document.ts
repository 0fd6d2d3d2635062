import {
  DocumentDates,
  DocumentKind,
  DocumentLanguage,
  Paragraph,
  Repair,
} from '@vigil/core/documents'
import { z } from 'zod'

export const DocumentId = z.uuid().brand('DocumentId')
export type DocumentId = z.infer<typeof DocumentId>

/** One line typed by a person: no control characters, which PostgreSQL and screens cannot hold. */
function line(maximum: number): z.ZodString {
  return z
    .string()
    .trim()
    .max(maximum)
    .regex(/^\P{Cc}*$/u)
}

/** Nothing the United Nations issued is older; it also keeps out what PostgreSQL has no day for. */
const FIRST_DAY = '1945-01-01'

/** A symbol as somebody types it. Empty means none; else it has a letter or digit to be found by. */
const GivenSymbol = line(100).regex(/^$|[A-Za-z0-9]/)

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a document may come in as. */
export const MediaType = z.enum([
  'text/plain',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/html',
])
export type MediaType = z.infer<typeof MediaType>

/** The file as it came in: kept byte for byte. */
export const OriginalFile = z
  .object({
    name: z.string(),
    mediaType: MediaType,
    bytes: z.int().nonnegative(),
    sha256: Sha256,
  })
  .meta({ id: 'OriginalFile' })
export type OriginalFile = z.infer<typeof OriginalFile>

/** One reading of one original in one language, without its text. */
export const RenditionSummary = z
  .object({
    language: DocumentLanguage,
    original: OriginalFile,
    /** UTF-16 units of the extracted text. */
    characters: z.int().nonnegative(),
    paragraphs: z.int().nonnegative(),
    repairs: z.int().nonnegative(),
    readAt: z.iso.datetime(),
    /** 1 for the first file in this language, 2 for the file that replaced it, and so on. */
    version: z.int().positive(),
  })
  .meta({ id: 'RenditionSummary' })
export type RenditionSummary = z.infer<typeof RenditionSummary>

export const Document = z
  .object({
    id: DocumentId,
    symbol: z.string().nullable(),
    kind: DocumentKind,
    title: z.string().nullable(),
    dates: DocumentDates,
    renditions: z.array(RenditionSummary),
    addedAt: z.iso.datetime(),
    removedAt: z.iso.datetime().nullable(),
  })
  .meta({
    id: 'Document',
    description: 'A United Nations document with the languages it is held in',
  })
export type Document = z.infer<typeof Document>

export const Rendition = RenditionSummary.extend({
  documentId: DocumentId,
  /** The text as extracted from the original, before any repair. */
  extracted: z.string(),
  repairList: z.array(Repair),
  paragraphList: z.array(Paragraph),
}).meta({ id: 'Rendition', description: 'What is read from one original, with every repair' })
export type Rendition = z.infer<typeof Rendition>

export const DocumentList = z
  .object({
    documents: z.array(Document),
    total: z.int().nonnegative(),
    /** Pass as `after` for the next page; null on the last. */
    next: DocumentId.nullable(),
  })
  .meta({ id: 'DocumentList' })
export type DocumentList = z.infer<typeof DocumentList>

export const DocumentListQuery = z.object({
  kind: DocumentKind.optional(),
  /** Part of a symbol or title. */
  words: line(200).optional(),
  removed: z.stringbool().default(false),
  after: DocumentId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type DocumentListQuery = z.infer<typeof DocumentListQuery>

/** What accompanies an uploaded file. Everything left out is read from the text. */
export const ImportOptions = z.object({
  language: DocumentLanguage.optional(),
  symbol: GivenSymbol.optional(),
  kind: DocumentKind.optional(),
  /** Adds the file as a rendition of this document instead of making a new one. */
  documentId: DocumentId.optional(),
  /** What to do when the document is already held in this language. */
  whenHeld: z.enum(['refuse', 'newVersion']).default('refuse'),
})
export type ImportOptions = z.infer<typeof ImportOptions>

export const Imported = z
  .object({
    document: Document,
    language: DocumentLanguage,
    outcome: z.enum(['new', 'newLanguage', 'newVersion']),
  })
  .meta({ id: 'Imported' })
export type Imported = z.infer<typeof Imported>

/** What a person may put right about a document; its text is never edited. */
export const DocumentCorrection = z
  .object({
    symbol: GivenSymbol.nullable(),
    kind: DocumentKind,
    title: line(500).nullable(),
    dates: DocumentDates.refine((dates) =>
      Object.values(dates).every((day) => day === null || day >= FIRST_DAY),
    ),
  })
  .partial()
  .meta({ id: 'DocumentCorrection' })
export type DocumentCorrection = z.infer<typeof DocumentCorrection>

/** Words to look for, as people type them. */
export const SearchWords = line(200).min(1)

export const SearchQuery = z.object({
  words: SearchWords,
  language: DocumentLanguage.optional(),
  documentId: DocumentId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type SearchQuery = z.infer<typeof SearchQuery>

export const SearchHit = z
  .object({
    documentId: DocumentId,
    symbol: z.string().nullable(),
    title: z.string().nullable(),
    language: DocumentLanguage,
    eid: z.string(),
    label: z.string().nullable(),
    /** The paragraph's text around the hit, cut into stretches; `hit` marks the words found. */
    excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

export const SearchResult = z
  .object({ hits: z.array(SearchHit), total: z.int().nonnegative(), documents: z.array(Document) })
  .meta({
    id: 'SearchResult',
    description: 'Paragraphs that contain the words, and documents whose symbol or title does',
  })
export type SearchResult = z.infer<typeof SearchResult>
