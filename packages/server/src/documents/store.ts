import type { Imported, ImportOptions, MediaType } from '@vigil/contract/schemas'
import type { DocumentLanguage, Paragraph, Reading } from '@vigil/core/documents'
import type { z } from 'zod'
import { listDocumentClauses } from '../clauses/listed.ts'
import type { Db } from '../db/transaction.ts'
import type { Written } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { uuidV7 } from '../uuid.ts'
import { findByHash, findHeldBySymbol, lockDocument } from './held.ts'
import { getDocument } from './queries.ts'

/** Version of the reading rules; raised when core reads a text otherwise than before. */
const READER = 1

/** Rows to an insert: PostgreSQL takes 65,535 values in one statement. */
const ROWS_AT_ONCE = 1000

/** A file that has been read and is to be stored. */
export interface NewReading {
  readonly sha256: Buffer
  readonly original: {
    readonly bytes: Uint8Array
    readonly name: string
    readonly mediaType: MediaType
  }
  readonly extracted: string
  readonly pages: number | null
  readonly reading: Reading
  readonly language: DocumentLanguage
}

interface Circumstances {
  readonly options: ImportOptions
  readonly by: string | null
  readonly now: Date
}

type Outcome = Imported['outcome']

/** Where a reading goes: to which document, as which version of its language. */
interface Place {
  readonly documentId: string
  readonly version: number
  readonly outcome: Outcome
}

/** Stores a reading whole. Refuses what is held already unless a new version is asked for. */
export async function storeReading(
  tx: Db,
  read: NewReading,
  circumstances: Circumstances,
): Promise<Written<z.input<typeof Imported>>> {
  const place = await findPlace(tx, read, circumstances)
  await storeOriginal(tx, read, circumstances.now)
  await storeRendition(tx, read, { ...place, now: circumstances.now })
  const { language, reading } = read
  const { outcome, version } = place
  return {
    answer: { document: await getDocument(tx, place.documentId), language, outcome },
    object: { type: 'document', id: place.documentId },
    change: {
      outcome,
      language,
      version,
      symbol: reading.document.symbol,
      sha256: read.sha256.toString('hex'),
    },
  }
}

/** Refuses a file that is held already, whatever its name; says which document it belongs to. */
export async function refuseSameFile(db: Db, sha256: Buffer): Promise<void> {
  const held = await findByHash(db, sha256)
  if (!held) return
  refuse(held.removed ? 'document.sameFileRemoved' : 'document.sameFile', { documentId: held.id })
}

async function findPlace(tx: Db, read: NewReading, circumstances: Circumstances): Promise<Place> {
  const documentId = await findTarget(tx, read, circumstances.options)
  // Only now: whoever waited for the document must see the file that came in meanwhile.
  await refuseSameFile(tx, read.sha256)
  if (documentId === undefined) {
    return { documentId: await storeDocument(tx, read, circumstances), version: 1, outcome: 'new' }
  }
  const version = await findVersion(tx, documentId, read.language)
  if (version === 0) return { documentId, version: 1, outcome: 'newLanguage' }
  if (circumstances.options.whenHeld === 'refuse') refuse('document.held', { documentId })
  await supersede(tx, { documentId, language: read.language, now: circumstances.now })
  return { documentId, version: version + 1, outcome: 'newVersion' }
}

/** The document the reading belongs to: the one named, else the one with its symbol, else none. */
async function findTarget(
  tx: Db,
  { reading }: NewReading,
  { documentId }: ImportOptions,
): Promise<string | undefined> {
  const { symbol } = reading.document
  const id = documentId ?? (symbol ? (await findHeldBySymbol(tx, symbol))?.id : undefined)
  if (id === undefined) return undefined
  const document = await lockDocument(tx, id)
  const held = document?.removed_at === null
  if (!held && documentId) refuse('document.unknown')
  return held ? id : undefined
}

/** The number of the current version in a language, 0 where there is none. */
async function findVersion(tx: Db, documentId: string, language: string): Promise<number> {
  const row = await tx
    .selectFrom('rendition')
    .select('version')
    .where('document_id', '=', documentId)
    .where('language', '=', language)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return row?.version ?? 0
}

async function supersede(
  tx: Db,
  { documentId, language, now }: { documentId: string; language: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('rendition')
    .set({ superseded_at: now })
    .where('document_id', '=', documentId)
    .where('language', '=', language)
    .where('superseded_at', 'is', null)
    .execute()
}

async function storeDocument(
  tx: Db,
  { reading }: NewReading,
  { by, now }: Circumstances,
): Promise<string> {
  const { symbol, kind, title, dates } = reading.document
  const id = uuidV7(now)
  await tx
    .insertInto('document')
    .values({ id, symbol, kind, title, ...dates, added_at: now, added_by: by })
    .execute()
  return id
}

async function storeOriginal(tx: Db, { sha256, original }: NewReading, now: Date): Promise<void> {
  const { bytes, name, mediaType } = original
  await tx
    .insertInto('document_original')
    .values({ sha256, bytes: Buffer.from(bytes), name, media_type: mediaType, received_at: now })
    .execute()
}

async function storeRendition(
  tx: Db,
  read: NewReading,
  { documentId, version, now }: Place & { now: Date },
): Promise<void> {
  const id = uuidV7(now)
  const { extracted, language, pages, reading } = read
  await tx
    .insertInto('rendition')
    .values({
      id,
      document_id: documentId,
      language,
      version,
      original: read.sha256,
      extracted,
      characters: extracted.length,
      pages,
      repairs: JSON.stringify(reading.repairs),
      reader: READER,
      read_at: now,
    })
    .execute()
  await storeParagraphs(tx, { id, language }, reading.paragraphs)
  await listDocumentClauses(tx, documentId, language)
}

async function storeParagraphs(
  tx: Db,
  rendition: { id: string; language: DocumentLanguage },
  paragraphs: readonly Paragraph[],
): Promise<void> {
  for (let first = 0; first < paragraphs.length; first += ROWS_AT_ONCE) {
    const rows = paragraphs.slice(first, first + ROWS_AT_ONCE).map((paragraph, index) => ({
      rendition_id: rendition.id,
      language: rendition.language,
      ordinal: first + index,
      ...paragraph,
    }))
    await tx.insertInto('paragraph').values(rows).execute()
  }
}
