import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { toPalette } from '../e2e/support/palette-png.ts'

const chunk = (type: string, data: Buffer) =>
  Buffer.concat([uint32(data.length), Buffer.from(type, 'latin1'), data, uint32(0)])

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A picture of two by two: the first row as it is, the second as differences to the row above. */
const PICTURE = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.concat([uint32(2), uint32(2), Buffer.from([8, 2, 0, 0, 0])])),
  chunk(
    'IDAT',
    deflateSync(Buffer.from([0, 10, 20, 30, 200, 210, 220, 2, 0, 0, 0, 246, 236, 226])),
  ),
  chunk('IEND', Buffer.alloc(0)),
])

test('a picture of few colours keeps every one of them', () => {
  const small = toPalette(PICTURE)
  const palette = small.subarray(small.indexOf('PLTE') + 4, small.indexOf('PLTE') + 13)
  const at = small.indexOf('IDAT')
  const rows = inflateSync(small.subarray(at + 4, at + 4 + small.readUInt32BE(at - 4)))
  const colour = (index: number) => [...palette.subarray(index * 3, index * 3 + 3)]
  expect([rows[1], rows[2], rows[4], rows[5]].map((index) => colour(index ?? 0))).toEqual([
    [10, 20, 30],
    [200, 210, 220],
    [10, 20, 30],
    [190, 190, 190],
  ])
})

test('what is no picture of a browser is refused', () => {
  const grey = Buffer.from(PICTURE)
  grey[25] = 0
  expect(() => toPalette(grey)).toThrow('no PNG as browsers write them')
})
