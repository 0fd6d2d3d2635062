import { type Entry, LONGEST_ENTRY } from './tar.ts'

/** The same bytes in pieces as long as an entry may be. */
export async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length;) {
      const taken = chunk.subarray(from, from + LONGEST_ENTRY - length)
      held.push(taken)
      length += taken.length
      from += taken.length
      if (length === LONGEST_ENTRY) {
        yield Buffer.concat(held)
        held = []
        length = 0
      }
    }
  }
  if (length > 0) yield Buffer.concat(held)
}

/** An entry of JSON. Throws where it would be longer than entries may be. */
export function jsonEntry(name: string, content: object): Entry {
  const bytes = Buffer.from(JSON.stringify(content))
  if (bytes.length > LONGEST_ENTRY) throw new Error(`${name} is too long for an entry`)
  return { name, bytes }
}
