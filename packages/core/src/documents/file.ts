import { annotate } from './annotate.ts'
import type { DocumentFile } from './document-file.ts'
import type { Reading } from './model.ts'

/** Wraps a reading in the published format. `source.characters` counts UTF-16 units of the extracted text. */
export function toDocumentFile(source: DocumentFile['source'], reading: Reading): DocumentFile {
  return { format: 'vigil-document/1', source, ...reading, ...annotate(reading) }
}
