import { damaged } from './damaged.ts'

/** A file in an archive; small enough to be held whole. */
export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

const BLOCK = 512
/** No entry is longer: a reader never holds more. */
export const LONGEST_ENTRY = 1_048_576
const END = new Uint8Array(2 * BLOCK)

/**
 * Writes entries as a tar archive (POSIX.1-1988, `ustar`), which every system can unpack without Vigil.
 * Names are ASCII and have 100 characters at most.
 */
export async function* packTar(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of entries) {
    yield header(name, bytes.length)
    yield bytes
    yield new Uint8Array(padding(bytes.length))
  }
  yield END
}

/** Reads what `packTar` wrote; refuses everything else that an archive may be. */
export async function* unpackTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const bytes = new ExactReader(source)
  for (;;) {
    const block = await bytes.take(BLOCK)
    if (block.every((byte) => byte === 0)) break
    const { name, size } = readHeader(block)
    const content = Uint8Array.from(await bytes.take(size))
    await bytes.take(padding(size))
    yield { name, bytes: content }
  }
  const rest = await bytes.take(BLOCK)
  if (rest.some((byte) => byte !== 0) || !(await bytes.isAtEnd())) damaged()
}

/** Where the fields of a header lie: offset and length. */
const NAME = [0, 100] as const
const SIZE = [124, 12] as const
const CHECKSUM = [148, 8] as const

function header(name: string, size: number): Uint8Array {
  const block = Buffer.alloc(BLOCK)
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error(`No name for an archive: ${name}`)
  block.write(name, 0, 'latin1')
  const fields = ['0000600', '0000000', '0000000', octal(size, 11), '00000000000']
  block.write(`${fields.join('\0')}\0`, 100, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  block.write(`${octal(sumOf(block), 6)}\0 `, CHECKSUM[0], 'latin1')
  return block
}

function readHeader(block: Buffer): { readonly name: string; readonly size: number } {
  const name = field(block, NAME)
  const size = field(block, SIZE)
  if (!/^[0-7]{11}$/.test(size)) damaged()
  const length = Number.parseInt(size, 8)
  // Written anew it must be the same, so that nothing is taken for what it is not.
  const isOurs = length <= LONGEST_ENTRY && /^[\x21-\x7e]{1,100}$/.test(name)
  if (!isOurs || !block.equals(header(name, length))) damaged()
  return { name, size: length }
}

function field(block: Buffer, [from, length]: readonly [number, number]): string {
  return block.toString('latin1', from, from + length).replace(/\0.*$/s, '')
}

/** The sum of all bytes, those of the sum itself counted as blanks. */
function sumOf(block: Buffer): number {
  const [from, length] = CHECKSUM
  const blanks = Buffer.from(block).fill(' ', from, from + length)
  return blanks.reduce((sum, byte) => sum + byte, 0)
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

/** Chunks of any length, taken as so many bytes at a time. */
class ExactReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  /** Exactly so many bytes, good until the next call; refuses where there are fewer. */
  async take(length: number): Promise<Buffer> {
    if (this.#held.length < length) await this.#fetch(length)
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#chunks.next()
      if (done === true) return true
      this.#held = Buffer.from(value)
    }
    return false
  }

  async #fetch(length: number): Promise<void> {
    const parts: Uint8Array[] = [this.#held]
    let held = this.#held.length
    while (held < length) {
      const { done, value } = await this.#chunks.next()
      if (done === true) return damaged()
      parts.push(value)
      held += value.length
    }
    this.#held = Buffer.concat(parts)
  }
}
