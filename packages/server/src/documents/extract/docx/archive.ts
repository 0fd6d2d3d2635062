import { type Entry, type ZipFile, fromBuffer } from 'yauzl'
import { type Refusal, refuse } from '../extracted.ts'
import { ARCHIVE } from '../limits.ts'

/** The parts of an archive that were asked for, unpacked, by their names. */
export type Parts = ReadonlyMap<string, Buffer>

/**
 * Unpacks the wanted parts of a zip archive, told by name and size in bytes, after all its
 * entries were found harmless: not too many, not too large, none packed beyond reason, none encrypted.
 * What is declared is checked first, what comes out again while it comes out.
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: (name: string, size: number) => boolean,
): Promise<Parts | Refusal> {
  try {
    const archive = await openArchive(bytes)
    const entries = await listEntries(archive)
    const refusal = checkEntries(entries)
    if (refusal) return refusal
    const parts = new Map<string, Buffer>()
    for (const entry of entries.filter((one) => wanted(one.fileName, one.uncompressedSize))) {
      parts.set(entry.fileName, await unpackEntry(archive, entry))
    }
    return parts
  } catch (error) {
    return refuse(error instanceof TooLarge ? 'file.bomb' : 'file.damaged')
  }
}

class TooLarge extends Error {}

function openArchive(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true }
    fromBuffer(buffer, options, (error, archive) => (error ? reject(error) : resolve(archive)))
  })
}

function listEntries(archive: ZipFile): Promise<Entry[]> {
  if (archive.entryCount > ARCHIVE.entries) throw new TooLarge()
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    archive.on('entry', (entry: Entry) => {
      entries.push(entry)
      archive.readEntry()
    })
    archive.on('end', () => resolve(entries))
    archive.on('error', reject)
    archive.readEntry()
  })
}

function checkEntries(entries: readonly Entry[]): Refusal | null {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > ARCHIVE.totalBytes || entries.some(isBomb)) return refuse('file.bomb')
  return entries.some((entry) => entry.isEncrypted()) ? refuse('file.encrypted') : null
}

function isBomb(entry: Entry): boolean {
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > ARCHIVE.entryBytes) return true
  return uncompressedSize > ARCHIVE.ratioFrom && uncompressedSize > compressedSize * ARCHIVE.ratio
}

function unpackEntry(archive: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (failure, stream) => {
      if (failure) return reject(failure)
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > ARCHIVE.entryBytes) stream.destroy(new TooLarge())
        else chunks.push(chunk)
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', reject)
    })
  })
}
