import { isData } from './data.ts'
import { decodeText } from './decode.ts'
import { type Extracted, accept, refuse } from './extracted.ts'
import { BYTES_A_PAGE } from './limits.ts'

/** Reads a plain text that is written for people: data is refused. */
export async function extractText(
  bytes: Uint8Array,
  onPages: (pages: number) => void,
): Promise<Extracted> {
  onPages(Math.ceil(bytes.length / BYTES_A_PAGE))
  const text = decodeText(bytes)
  if (typeof text !== 'string') return text
  return isData(text) ? refuse('file.unknownType') : accept('text/plain', text)
}
