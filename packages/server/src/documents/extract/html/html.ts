import { type Extracted, refuse } from '../extracted.ts'

/** Reads the text of a web page. */
export async function extractHtml(_bytes: Uint8Array): Promise<Extracted> {
  return refuse('file.unknownType')
}
