import { createHash } from 'node:crypto'
import type { Imported, ImportOptions } from '@vigil/contract/schemas'
import type { GivenHead } from '@vigil/core/documents'
import type { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import type { UploadedFile } from '../files.ts'
import type { Done, Write } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { retryOnConflict } from './conflict.ts'
import { toSafeFileName } from './file-name.ts'
import { readFile } from './reader/index.ts'
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
  const read = { ...(await readUpload(file, options)), sha256 }
  return retryOnConflict(() =>
    importer.write((tx) => storeReading(tx, read, { options, by: importer.by, now: importer.now })),
  )
}

async function readUpload(
  { bytes, name }: UploadedFile,
  options: ImportOptions,
): Promise<Omit<NewReading, 'sha256'>> {
  const read = await readFile({ bytes, name }, whatIsGiven(options))
  if (!read.ok) refuse(read.problem, { values: read.values ?? {} })
  const { text, mediaType, pages, reading } = read
  const language = reading.document.language ?? refuse('document.languageUnknown')
  const original = { bytes, name: toSafeFileName(name), mediaType }
  return { original, extracted: text, pages, reading, language }
}

/** What the person who imports says of the document. */
function whatIsGiven({ language, kind, symbol }: ImportOptions): GivenHead {
  return { ...(language && { language }), ...(kind && { kind }), ...(symbol && { symbol }) }
}
