import { MAX_FILE_BYTES } from '@vigil/contract/limits'
import type { GivenHead } from '@vigil/core/documents'
import { refuse } from '../extract/extracted.ts'
import { type Kind, promisedKind, sniff } from '../extract/sniff.ts'
import type { UploadedFile } from '../../files.ts'
import type { FileReading } from './job.ts'
import { runInWorker } from './pool.ts'

export type { FileReading } from './job.ts'
export { warmReader } from './pool.ts'

/**
 * Reads a file whole: its text (plain text, PDF, DOCX or HTML, told by content) and the document in
 * it, in a thread with limits of processor time and memory. What is not to be read (damaged,
 * encrypted, hostile, too long, too slow) comes back as a refusal. What `given` says of the document
 * is believed; of the file's name only the ending means anything.
 */
export async function readFile(
  { bytes, name }: UploadedFile,
  given: GivenHead = {},
): Promise<FileReading> {
  if (bytes.length === 0) return refuse('file.empty')
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse('file.tooLarge', { limit: MAX_FILE_BYTES / 1024 / 1024 })
  }
  const kind = sniff(bytes, name)
  if (promisedKind(name) !== null && (kind === 'text' || kind === 'html')) {
    return refuse('file.damaged')
  }
  return readKind(kind, bytes, given)
}

async function readKind(kind: Kind, bytes: Uint8Array, given: GivenHead): Promise<FileReading> {
  switch (kind) {
    case 'ole':
      return refuse(isEncryptedPackage(bytes) ? 'file.encrypted' : 'file.unknownType')
    case 'other':
      return refuse('file.unknownType')
    case 'text':
    case 'pdf':
    case 'zip':
    case 'html':
      return runInWorker({ kind, bytes, given })
  }
}

/** A DOCX with a passphrase is an OLE container with a stream of this name, in UTF-16. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}
