import { decodeText } from './decode.ts'
import { type Extracted, accept } from './extracted.ts'
import { BYTES_A_PAGE } from './limits.ts'

/** Reads a plain text. */
export async function extractText(
  bytes: Uint8Array,
  onPages: (pages: number) => void,
): Promise<Extracted> {
  onPages(Math.ceil(bytes.length / BYTES_A_PAGE))
  const text = decodeText(bytes)
  return typeof text === 'string' ? accept('text/plain', text) : text
}
