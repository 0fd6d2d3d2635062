import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appendLeaves,
  consistencyProof,
  EMPTY_TREE,
  findTileFile,
  formatBundle,
  frontierAt,
  hashLeaf,
  inclusionProof,
  LONGEST_ENTRY,
  parseBundle,
  rootAt,
  rootOf,
  type Sha256,
  type Tile,
  type TilePlace,
  tilePath,
  tileReader,
  tilesOfConsistency,
  tilesOfInclusion,
  tilesOfRoot,
  tileWidth,
} from '../../src/log/index.ts'
import { bytesOf, FULL } from './support.ts'
import { grow, leavesOf } from './trees.ts'

/** Past two full tiles, so that a tile of level 1 has begun; in full size, past 256 of them. */
const SIZE = FULL ? 70_000 : 700
const { leaves, read, tree } = grow(leavesOf(SIZE))

describe('tiles', () => {
  test('hold what the tree holds, however the leaves arrive', () => {
    const batches = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(batches, (sizes) => {
        const store = stored(sizes)
        expect(rootOf(store.tree)).toEqual(rootAt(store.tree.size, read))
        expect(store.tiles.map(nameOf).sort()).toEqual(placesAt(store.tree.size).map(nameOf).sort())
        for (const { level, index, hashes } of store.tiles) {
          const width = tileWidth({ level, index }, store.tree.size)
          expect(hashes).toEqual(
            joined(
              Array.from({ length: width }, (_, place) =>
                read({ level: 8 * level, index: 256 * index + place }),
              ),
            ),
          )
        }
      }),
      { numRuns: FULL ? 300 : 30 },
    )
  })

  test('are as many and as wide as the standard says for 70,000 leaves', () => {
    const size = 70_000
    const width = (level: number, index: number) => tileWidth({ level, index }, size)
    expect([width(0, 272), width(0, 273), width(0, 274)]).toEqual([256, 112, 0])
    expect([width(1, 0), width(1, 1), width(1, 2)]).toEqual([256, 17, 0])
    expect([width(2, 0), width(2, 1), width(3, 0)]).toEqual([1, 0, 0])
    expect([
      tileWidth({ level: 0, index: 0 }, 256),
      tileWidth({ level: 1, index: 0 }, 256),
    ]).toEqual([256, 1])
  })

  test('give every root and proof, and of them only those that were asked for', () => {
    const store = stored([SIZE])
    const only = (places: readonly TilePlace[]) =>
      tileReader(
        store.tiles.filter((tile) => places.some((place) => nameOf(tile) === nameOf(place))),
      )
    const size = fc.integer({ min: 1, max: SIZE })
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [first = 0, second = 0] = [one, other].sort((a, b) => a - b)
        const inclusion = { index: first - 1, size: second }
        const growth = { first, second }
        expect(rootAt(first, only(tilesOfRoot(first)))).toEqual(rootAt(first, read))
        expect(inclusionProof(inclusion, only(tilesOfInclusion(inclusion)))).toEqual(
          inclusionProof(inclusion, read),
        )
        expect(consistencyProof(growth, only(tilesOfConsistency(growth)))).toEqual(
          consistencyProof(growth, read),
        )
        expect(tilesOfInclusion(inclusion).length).toBeLessThanOrEqual(6)
        expect(tilesOfConsistency(growth).length).toBeLessThanOrEqual(6)
      }),
      { numRuns: FULL ? 1000 : 100 },
    )
  })

  test('are none where there is no proof', () => {
    for (const [index, size] of [
      [1, 0],
      [0, 0],
      [5, 5],
      [-1, 5],
      [0.5, 5],
      [0, Number.NaN],
    ] as const) {
      expect(tilesOfInclusion({ index, size })).toEqual([])
    }
    for (const [first, second] of [
      [6, 5],
      [0, 5],
      [-1, 5],
      [1.5, 5],
      [1, Infinity],
    ] as const) {
      expect(tilesOfConsistency({ first, second })).toEqual([])
    }
  })

  test('let a tree grow on from what is stored', () => {
    const store = stored([SIZE])
    expect(frontierAt(SIZE, tileReader(store.tiles))).toEqual(tree)
    const more = leavesOf(10, 'later')
    const { tree: later } = appendLeaves(frontierAt(SIZE, tileReader(store.tiles)), more)
    expect(rootOf(later)).toEqual(rootOf(grow([...leaves, ...more]).tree))
  })

  test('are the same with the SHA-256 of the machine', () => {
    const openssl: Sha256 = (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'))
    expect(appendLeaves(EMPTY_TREE, leaves, openssl)).toEqual(appendLeaves(EMPTY_TREE, leaves))
    expect(hashLeaf(bytesOf('entry'), openssl)).toEqual(hashLeaf(bytesOf('entry')))
  })

  test('grow in the same way past what 32 bits hold', () => {
    const size = 2 ** 40 - 1
    const peaks = leavesOf(40)
    const { tree: grown, tiles } = appendLeaves({ size, peaks }, leavesOf(1, 'last'))
    expect([grown.size, grown.peaks.length]).toEqual([2 ** 40, 1])
    expect(tiles.map(({ level, index, after }) => [level, index, after])).toEqual([
      [0, 2 ** 32 - 1, 255],
      [1, 2 ** 24 - 1, 255],
      [2, 2 ** 16 - 1, 255],
      [3, 2 ** 8 - 1, 255],
      [4, 0, 255],
      [5, 0, 0],
    ])
  })

  test('that are missing or cut are named', () => {
    const [first] = stored([10]).tiles
    if (first === undefined) throw new Error('ten leaves are in a tile')
    const cut = { ...first, hashes: first.hashes.subarray(0, 9 * 32) }
    expect(() => rootAt(10, tileReader([]))).toThrow('tile 0/0 is not at hand')
    expect(() => rootAt(10, tileReader([cut]))).toThrow('tile 0/0 ends before hash 9')
  })
})

describe('the path of a tile', () => {
  test.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 999, width: 17 }, 'tile/1/999.p/17'],
    [{ level: 63, index: 1000, width: 1 }, 'tile/63/x001/000.p/1'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
  ] as const)('of %j is %s, and back', (file, path) => {
    expect(tilePath(file)).toBe(path)
    expect(findTileFile(path)).toEqual(file)
  })

  test.each([
    '',
    'tile/0',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/00',
    'tile/0/0000',
    'tile/0/x000/000',
    'tile/0/001/000',
    'tile/0/x001/x000',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/data/000',
    'tile/0/../000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/x009/x007/x199/x254/x740/992',
  ])('is never %j', (path) => {
    expect(findTileFile(path)).toBeUndefined()
  })

  test('is read back from whatever was written, and nothing else is read', () => {
    const level = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }))
    const index = fc.maxSafeNat()
    const width = fc.integer({ min: 1, max: 256 })
    fc.assert(
      fc.property(level, index, width, (...[tileLevel, tileIndex, tileWide]) => {
        const file = { level: tileLevel, index: tileIndex, width: tileWide }
        expect(findTileFile(tilePath(file))).toEqual(file)
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^tile\/[0-9a-z]{1,7}\/[x0-9/.p]{1,20}$/), (path) => {
        const file = findTileFile(path)
        expect(file === undefined || tilePath(file) === path).toBe(true)
      }),
      { numRuns: FULL ? 200_000 : 2000 },
    )
  })
})

describe('a bundle of entries', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 256 })

  test('gives back what was put into it', () => {
    fc.assert(
      fc.property(entries, (given) => {
        expect(parseBundle(formatBundle(given), given.length)).toEqual({ ok: true, value: given })
      }),
      { numRuns: FULL ? 2000 : 50 },
    )
  })

  test('writes the length in two bytes, the higher first', () => {
    expect([...formatBundle([new Uint8Array(258), Uint8Array.of(7)])].filter(Boolean)).toEqual([
      1, 2, 1, 7,
    ])
    expect(formatBundle([new Uint8Array(LONGEST_ENTRY)])).toHaveLength(2 + 65_535)
  })

  test('takes neither too many entries nor one that is too long', () => {
    expect(() => formatBundle([new Uint8Array(LONGEST_ENTRY + 1)])).toThrow(RangeError)
    expect(() => formatBundle(Array.from({ length: 257 }, () => new Uint8Array(1)))).toThrow(
      RangeError,
    )
  })

  test('is refused when it was cut, grew, or is of another width', () => {
    const some = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(some, fc.nat(), (given, at) => {
        const bytes = formatBundle(given)
        const cut = bytes.subarray(0, at % bytes.length)
        for (const [file, width] of [
          [cut, given.length],
          [bytes, given.length + 1],
          [bytes, given.length - 1],
          [Buffer.concat([bytes, Buffer.of(0)]), given.length],
        ] as const) {
          expect(parseBundle(file, width)).toMatchObject({ problem: 'bundle.badLength' })
        }
      }),
      { numRuns: FULL ? 20_000 : 300 },
    )
  })
})

/** A store that took batches of leaves of these sizes, as far as there are leaves. */
function stored(sizes: readonly number[]) {
  const tiles = new Map<string, Tile>()
  let grown = EMPTY_TREE
  for (const count of sizes) {
    const appended = appendLeaves(grown, leaves.slice(grown.size, grown.size + count))
    grown = appended.tree
    for (const { level, index, after, hashes } of appended.tiles) {
      const before = tiles.get(`${level}/${index}`)?.hashes ?? new Uint8Array(0)
      expect(before).toHaveLength(32 * after)
      tiles.set(`${level}/${index}`, { level, index, hashes: joined([before, hashes]) })
    }
  }
  return { tree: grown, tiles: [...tiles.values()] }
}

/** Every tile that has begun in a tree of this size. */
function placesAt(size: number): TilePlace[] {
  return [0, 1, 2, 3].flatMap((level) =>
    Array.from({ length: Math.ceil(Math.floor(size / 256 ** level) / 256) }, (_, index) => ({
      level,
      index,
    })),
  )
}

function nameOf({ level, index }: TilePlace): string {
  return `${level}/${index}`
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
