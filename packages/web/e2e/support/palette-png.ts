import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Colour types of the format: what screenshots have, and what is written. */
const RGB = 2
const RGBA = 6
const PALETTE = 3
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const COLOURS = 256

interface Pixels {
  readonly width: number
  readonly height: number
  /** 0xRRGGBB, row by row. */
  readonly colours: Uint32Array
}

/**
 * The same picture in 256 colours: less than half the bytes, since a page of text has few. Takes PNGs
 * as browsers write them: 8 bits a channel, not interlaced, opaque.
 */
export function toPalette(png: Buffer): Buffer {
  const { width, height, colours } = decode(png)
  const palette = choosePalette(colours)
  const nearest = new Map(palette.map((colour, index) => [colour, index]))
  const rows = Buffer.alloc((width + 1) * height)
  colours.forEach((colour, at) => {
    const index = nearest.get(colour) ?? findNearest(palette, colour)
    nearest.set(colour, index)
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, PALETTE], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The commonest first, then always the one that the palette would miss most. */
function choosePalette(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const found = [...counts].map(([colour, count]) => ({ colour, count, miss: Infinity }))
  const palette: number[] = []
  while (palette.length < Math.min(COLOURS, found.length)) {
    const worst = found.reduce((one, other) => (need(other) > need(one) ? other : one))
    palette.push(worst.colour)
    for (const one of found) one.miss = Math.min(one.miss, distance(one.colour, worst.colour))
  }
  return palette
}

function need({ count, miss }: { count: number; miss: number }): number {
  return Math.sqrt(count) * miss
}

function findNearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((one) => distance(one, colour))
  return distances.indexOf(Math.min(...distances))
}

function distance(one: number, other: number): number {
  const [a, b] = [channels(one), channels(other)]
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2
}

function channels(colour: number): [red: number, green: number, blue: number] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

function decode(png: Buffer): Pixels {
  const chunks = [...readChunks(png)]
  const head = chunks.find(({ type }) => type === 'IHDR')?.data
  const step = head?.[9] === RGBA ? 4 : head?.[9] === RGB ? 3 : null
  if (!head || step === null) throw new Error('The picture is no PNG as browsers write them')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const body = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)
  const bytes = unfilter(inflateSync(Buffer.concat(body)), width * step, step)
  const colours = new Uint32Array(width * height)
  for (let at = 0; at < colours.length; at += 1) colours[at] = bytes.readUIntBE(at * step, 3)
  return { width, height, colours }
}

function* readChunks(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = SIGNATURE.length; at < png.length;) {
    const size = png.readUInt32BE(at)
    yield {
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + size),
    }
    at += size + 12
  }
}

/** Rows as they are, from rows written as differences to what stands beside and above. */
function unfilter(raw: Buffer, line: number, step: number): Buffer {
  const rows = Buffer.alloc((raw.length / (line + 1)) * line)
  for (let at = 0; at < rows.length; at += 1) {
    const row = Math.floor(at / line)
    const isFirst = at % line < step
    const left = isFirst ? 0 : (rows[at - step] ?? 0)
    const above = rows[at - line] ?? 0
    const corner = isFirst ? 0 : (rows[at - line - step] ?? 0)
    const guess = predict(raw[row * (line + 1)] ?? 0, { left, above, corner })
    rows[at] = (raw[row * (line + 1) + 1 + (at % line)] ?? 0) + guess
  }
  return rows
}

interface Around {
  readonly left: number
  readonly above: number
  readonly corner: number
}

/** The five filters of the format, in their order. */
function predict(filter: number, { left, above, corner }: Around): number {
  return [0, left, above, (left + above) >> 1, paeth({ left, above, corner })][filter] ?? 0
}

function paeth({ left, above, corner }: Around): number {
  const sum = left + above - corner
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}
