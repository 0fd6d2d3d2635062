import { type Extracted, accept, refuse } from './extracted.ts'
import { decodeText } from './decode.ts'
import { MAX_FILE_BYTES } from './limits.ts'
import { type Kind, promisedKind, sniff } from './sniff.ts'
import { runInWorker } from './pool.ts'

export type { Extracted } from './extracted.ts'
export { MAX_FILE_BYTES } from './limits.ts'

/**
 * Reads the text of a file: plain text, PDF, DOCX or HTML, told by content. Anything that is not to
 * be read (damaged, encrypted, hostile, too long, too slow) comes back as a refusal, never as an
 * exception. `name` is the file's name as given, without meaning beyond its ending.
 */
export async function extractFile(bytes: Uint8Array, name: string): Promise<Extracted> {
  if (bytes.length === 0) return refuse('file.empty')
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse('file.tooLarge', { limit: MAX_FILE_BYTES / 1024 / 1024 })
  }
  const kind = sniff(bytes, name)
  if (promisedKind(name) !== null && (kind === 'text' || kind === 'html'))
    return refuse('file.damaged')
  return extractKind(kind, bytes)
}

async function extractKind(kind: Kind, bytes: Uint8Array): Promise<Extracted> {
  switch (kind) {
    case 'text':
      return extractText(bytes)
    case 'ole':
      return refuse(isEncryptedPackage(bytes) ? 'file.encrypted' : 'file.unknownType')
    case 'binary':
      return refuse('file.unknownType')
    case 'pdf':
    case 'zip':
    case 'html':
      return runInWorker({ kind, bytes })
  }
}

function extractText(bytes: Uint8Array): Extracted {
  const text = decodeText(bytes)
  return typeof text === 'string' ? accept('text/plain', text) : text
}

/** A DOCX with a passphrase is an OLE container with a stream of this name, in UTF-16. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}
