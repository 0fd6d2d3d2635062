import type { Document, MediaType, RenditionSummary } from '@vigil/contract/schemas'
import type { DocumentKind, DocumentLanguage } from '@vigil/core/documents'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type * as Table from '../db/tables.ts'

// The codes in these rows are what the contract allows: the tables' constraints see to it.

export type DocumentRow = Omit<Selectable<Table.Document>, 'symbol_key' | 'title_key' | 'added_by'>

/** A rendition with what is told of its original, and how many paragraphs it has. */
export type SummaryRow = Pick<
  Selectable<Table.Rendition>,
  'language' | 'version' | 'characters' | 'repair_count' | 'read_at'
> &
  Pick<Selectable<Table.DocumentOriginal>, 'sha256' | 'name' | 'media_type' | 'size'> & {
    readonly paragraphs: number
  }

/** A document as the contract has it. */
export type DocumentAnswer = z.input<typeof Document>

/** A document in the words of the contract; `renditions` are the current ones of this document. */
export function toDocument(row: DocumentRow, renditions: readonly SummaryRow[]): DocumentAnswer {
  const { id, symbol, title, meeting, adopted, signed, circulated } = row
  return {
    id,
    symbol,
    kind: row.kind as DocumentKind,
    title,
    dates: { meeting, adopted, signed, circulated },
    renditions: renditions.map(toSummary),
    addedAt: row.added_at.toISOString(),
    removedAt: row.removed_at?.toISOString() ?? null,
  }
}

/** A rendition without its text. */
export function toSummary(row: SummaryRow): z.input<typeof RenditionSummary> {
  return {
    language: row.language as DocumentLanguage,
    original: {
      name: row.name,
      mediaType: row.media_type as MediaType,
      bytes: row.size,
      sha256: row.sha256.toString('hex'),
    },
    characters: row.characters,
    paragraphs: row.paragraphs,
    repairs: row.repair_count,
    readAt: row.read_at.toISOString(),
    version: row.version,
  }
}
