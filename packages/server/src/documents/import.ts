import { createHash } from 'node:crypto'
import type { Imported, ImportOptions } from '@vigil/contract/schemas'
import { type GivenHead, readDocument } from '@vigil/core/documents'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import type { Done, UploadedFile, Write } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { retryOnConflict } from './conflict.ts'
import { extractFile } from './extract/index.ts'
import { toSafeFileName } from './file-name.ts'
import { readingTools } from './lexicon.ts'
import { findSymbolInProvenance } from './provenance.ts'
import { type NewReading, refuseSameFile, storeReading } from './store.ts'

/** Who imports, when, and where to. */
export interface Importer {
  readonly db: Db
  readonly write: Write
  /** An account, or null where the command line imports. */
  readonly by: string | null
  readonly now: Date
}

/**
 * Brings in one file: keeps it byte for byte, reads it, and stores original, document, rendition and
 * paragraphs in one transaction with the audit entry. Refuses (`RequestRefused`) a file that cannot
 * be read or is held already; then nothing is stored.
 */
export async function importFile(
  importer: Importer,
  file: UploadedFile,
  options: ImportOptions,
): Promise<Done<z.input<typeof Imported>>> {
  const sha256 = createHash('sha256').update(file.bytes).digest()
  await refuseSameFile(importer.db, sha256)
  const read = { ...(await readFile(file, options)), sha256 }
  return retryOnConflict(() =>
    importer.write((tx) => storeReading(tx, read, { options, by: importer.by, now: importer.now })),
  )
}

async function readFile(
  { bytes, name }: UploadedFile,
  options: ImportOptions,
): Promise<Omit<NewReading, 'sha256'>> {
  const extracted = await extractFile(bytes, name)
  if (!extracted.ok) refuse(extracted.problem, { values: extracted.values ?? {} })
  const { text, mediaType, pages } = extracted
  const reading = readDocument(text, readingTools, whatIsGiven(options, text))
  const language = reading.document.language ?? refuse('document.languageUnknown')
  const original = { bytes, name: toSafeFileName(name), mediaType }
  return { original, extracted: text, pages, reading, language }
}

/** What is known beside the text. The person who imports is believed first, then a header. */
function whatIsGiven({ language, kind, symbol }: ImportOptions, text: string): GivenHead {
  const named = symbol || findSymbolInProvenance(text)
  return { ...(language && { language }), ...(kind && { kind }), ...(named && { symbol: named }) }
}
