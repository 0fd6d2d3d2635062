/** A value of the outermost object, by its key: whole, or a list entry by entry. */
export type Piece =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly entries: () => Iterable<unknown> }

type SplitFaultCode = 'notABundle' | 'notJson' | 'deep'

/** Why a text is not taken apart: it is no object, no JSON from a byte on, or lies too deep in itself. */
export class SplitFault extends Error {
  override readonly name = 'SplitFault'
  readonly code: SplitFaultCode
  readonly offset: number

  constructor(code: SplitFaultCode, offset: number) {
    super(code)
    this.code = code
    this.offset = offset
  }
}

/** Where a value lies, from its first byte up to the one behind its last. */
interface Extent {
  readonly from: number
  readonly to: number
}

const [BRACE, BRACE_END, BRACKET, BRACKET_END] = bytesOf('{}[]')
const [QUOTE, ESCAPE, COMMA, COLON] = bytesOf('"\\,:')
const SPACE = new Set(bytesOf(' \t\n\r'))
const ENDS = new Set([...SPACE, COMMA, BRACE_END, BRACKET_END])

function bytesOf(signs: string): number[] {
  return [...signs].map((sign) => sign.charCodeAt(0))
}

/**
 * Takes the JSON text of one object apart without parsing it whole: each list of the object is parsed
 * entry by entry when it is asked for, so that a large text never lies in memory as values. Throws
 * `SplitFault` where the text is no JSON object, or has more than `depth` levels; entries throw it, too.
 */
export function splitJson(bytes: Uint8Array, depth: number): readonly Piece[] {
  return new Splitter(bytes, depth).pieces()
}

class Splitter {
  readonly #bytes: Uint8Array
  readonly #depth: number
  #at = 0

  constructor(bytes: Uint8Array, depth: number) {
    this.#bytes = bytes
    this.#depth = depth
  }

  pieces(): readonly Piece[] {
    const pieces: Piece[] = []
    this.#skipMark()
    if (this.#next() !== BRACE) throw new SplitFault('notABundle', this.#at)
    this.#each(BRACE, BRACE_END, () => {
      const key = String(this.#parse(this.#value()))
      this.#expect(COLON)
      pieces.push(
        this.#next() === BRACKET ? this.#list(key) : { key, value: this.#parse(this.#value()) },
      )
    })
    if (this.#next() !== undefined) this.#fail()
    return pieces
  }

  /** A byte order mark, which some programs put first. */
  #skipMark(): void {
    if (this.#bytes[0] === 0xef && this.#bytes[1] === 0xbb && this.#bytes[2] === 0xbf) this.#at = 3
  }

  #list(key: string): Piece {
    const extents: Extent[] = []
    this.#each(BRACKET, BRACKET_END, () => extents.push(this.#value()))
    return { key, entries: () => this.#entries(extents) }
  }

  *#entries(extents: readonly Extent[]): Generator {
    for (const extent of extents) yield this.#parse(extent)
  }

  /** What lies between two brackets, with commas between. */
  #each(open: number | undefined, close: number | undefined, read: () => void): void {
    this.#expect(open)
    if (this.#next() === close) return this.#expect(close)
    for (;;) {
      read()
      if (this.#next() === close) return this.#expect(close)
      this.#expect(COMMA)
    }
  }

  /** The next byte that is no space. */
  #next(): number | undefined {
    while (SPACE.has(this.#bytes[this.#at] ?? -1)) this.#at += 1
    return this.#bytes[this.#at]
  }

  #expect(sign: number | undefined): void {
    if (this.#next() !== sign) this.#fail()
    this.#at += 1
  }

  #fail(offset = this.#at): never {
    throw new SplitFault('notJson', offset)
  }

  /** Passes over a value; whether it is one is seen when it is parsed. */
  #value(): Extent {
    const first = this.#next()
    const from = this.#at
    if (first === QUOTE) this.#passText()
    else if (first === BRACE || first === BRACKET) this.#passNested()
    else
      while (this.#at < this.#bytes.length && !ENDS.has(this.#bytes[this.#at] ?? -1)) this.#at += 1
    if (this.#at === from) this.#fail()
    return { from, to: this.#at }
  }

  #passText(): void {
    const bytes = this.#bytes
    for (this.#at += 1; bytes[this.#at] !== QUOTE; this.#at += 1) {
      if (this.#at >= bytes.length) this.#fail()
      if (bytes[this.#at] === ESCAPE) this.#at += 1
    }
    this.#at += 1
  }

  #passNested(): void {
    let level = 1
    this.#at += 1
    while (level > 0) {
      const sign = this.#bytes[this.#at]
      if (sign === undefined) this.#fail()
      if (sign === QUOTE) {
        this.#passText()
        continue
      }
      if (sign === BRACE || sign === BRACKET) level += 1
      else if (sign === BRACE_END || sign === BRACKET_END) level -= 1
      if (level > this.#depth) throw new SplitFault('deep', this.#at)
      this.#at += 1
    }
  }

  #parse({ from, to }: Extent): unknown {
    try {
      return JSON.parse(DECODER.decode(this.#bytes.subarray(from, to)))
    } catch (error) {
      const [, position = '0'] =
        /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
      return this.#fail(from + Number(position))
    }
  }
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The line and the column of a byte, both counted from 1. */
export function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset)
  let line = 1
  let start = 0
  for (const [at, sign] of before.entries()) {
    if (sign !== 0x0a) continue
    line += 1
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}
