import { readXml } from '../../documents/extract/docx/xml.ts'
import { unpack } from '../../documents/extract/docx/archive.ts'
import { LetterBasis } from '../basis.ts'

/** Data of a Word file of its own; word processors may give it another number. */
const ITEM = /^customXml\/item\d{1,3}\.xml$/

/** A basis holds one letter; ours are some ten kilobytes. In bytes, unpacked. */
const MOST_BYTES = 1024 * 1024

/**
 * What a Word file carries about the draft it was printed from; null in any other file, and where it
 * was damaged. Whoever edits a file can change it, so it is checked as all input is.
 */
export async function findCarried(bytes: Uint8Array): Promise<LetterBasis | null> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  const parts = await unpack(bytes, (name, size) => ITEM.test(name) && size <= MOST_BYTES)
  if ('problem' in parts) return null
  for (const part of parts.values()) {
    const basis = readBasis(part)
    if (basis !== null) return basis
  }
  return null
}

function readBasis(part: Uint8Array): LetterBasis | null {
  let json = ''
  let isOurs = false
  const refusal = readXml(part, {
    open: (name) => (isOurs ||= name === 'basis'),
    close: () => undefined,
    text: (text) => {
      if (isOurs) json += text
    },
  })
  return refusal === null && isOurs ? parseBasis(json) : null
}

function parseBasis(json: string): LetterBasis | null {
  try {
    return LetterBasis.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
