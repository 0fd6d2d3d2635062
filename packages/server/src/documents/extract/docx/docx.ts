import { type Extracted, refuse } from '../extracted.ts'

/** Reads the text of a Word document. */
export async function extractDocx(_bytes: Uint8Array): Promise<Extracted> {
  return refuse('file.unknownType')
}
