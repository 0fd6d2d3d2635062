const END_OF_DIRECTORY = 0x06_05_4b_50
const END_LENGTH = 22
const ENTRY_LENGTH = 46

/** 1 January 1980, midnight: where the calendar of zip archives begins. */
const EARLIEST = 0x00_21_00_00

/**
 * Writes one and the same time on all entries of a zip archive that ends without a comment, in
 * place, so that the same content gives the same bytes.
 */
export function levelTimes(archive: Buffer): Buffer {
  const end = archive.length - END_LENGTH
  if (archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('The archive has a comment')
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    archive.writeUInt32LE(EARLIEST, at + 12)
    archive.writeUInt32LE(EARLIEST, archive.readUInt32LE(at + 42) + 10)
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    at += lengths.reduce((sum, length) => sum + length, ENTRY_LENGTH)
  }
  return archive
}
