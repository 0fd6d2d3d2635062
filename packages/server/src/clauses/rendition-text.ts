import type { DocumentHead, DocumentKind, DocumentLanguage, Paragraph } from '@vigil/core/documents'
import type { Db } from '../db/transaction.ts'

/** The current rendition of a document in one language, with what people say of the document. */
export interface RenditionText {
  readonly documentId: string
  readonly renditionId: string
  readonly language: DocumentLanguage
  readonly version: number
  readonly document: DocumentHead
  readonly paragraphs: readonly Paragraph[]
}

/** The text of a document, also of a removed one; undefined where it is not held in this language. */
export async function findRenditionText(
  db: Db,
  documentId: string,
  language: DocumentLanguage,
): Promise<RenditionText | undefined> {
  const row = await db
    .selectFrom('rendition')
    .innerJoin('document', 'document.id', 'rendition.document_id')
    .select(['rendition.id', 'rendition.version'])
    .select(['document.symbol', 'document.kind', 'document.title'])
    .select(['document.meeting', 'document.adopted', 'document.signed', 'document.circulated'])
    .where('document.id', '=', documentId)
    .where('rendition.language', '=', language)
    .where('rendition.superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, version, symbol, kind, title, ...dates } = row
  return {
    documentId,
    renditionId: id,
    language,
    version,
    document: { symbol, kind: kind as DocumentKind, title, language, dates },
    paragraphs: await listParagraphs(db, id),
  }
}

async function listParagraphs(db: Db, renditionId: string): Promise<Paragraph[]> {
  const rows = await db
    .selectFrom('paragraph')
    .select(['eid', 'label', 'kind', 'level', 'marker', 'text'])
    .where('rendition_id', '=', renditionId)
    .orderBy('ordinal')
    .execute()
  return rows as Paragraph[]
}
