import { crc32, deflateRawSync } from 'node:zlib'

/** A file in an archive. `claim` is the size the archive states where it is not the true one. */
export interface Part {
  name: string
  content: string
  claim?: number
}

/** Packs a zip archive. Written by hand, for no packer makes archives that lie. */
export function zip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.content)
    const head = fields(part, packed)
    const name = Buffer.from(part.name)
    const file = Buffer.concat([Buffer.from('504b0304', 'hex'), head, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), head, rest, name]))
    files.push(file)
    offset += file.length
  }
  return Buffer.concat([...files, ...directory, end(directory, offset)])
}

/** What an entry's two headers have in common: version, method, time, sum, sizes, lengths. */
function fields(part: Part, packed: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc32(part.content), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(part.claim ?? Buffer.byteLength(part.content), 18)
  head.writeUInt16LE(Buffer.byteLength(part.name), 22)
  return head
}

function end(directory: readonly Buffer[], offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(directory.length, 8)
  record.writeUInt16LE(directory.length, 10)
  record.writeUInt32LE(Buffer.concat(directory).length, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
