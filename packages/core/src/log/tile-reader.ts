import { type Hash, hashNode } from './hash.ts'
import {
  type Consistency,
  consistencyRanges,
  type Inclusion,
  inclusionRanges,
  isConsistency,
  isInclusion,
} from './proof.ts'
import { type Range, type ReadHash, type Subtree, subtreesOf } from './subtree.ts'
import { findHash, type Tile, TILE_HEIGHT, TILE_WIDTH, type TilePlace } from './tile.ts'

/** Which tiles the root of the tree at `size` is computed from. */
export function tilesOfRoot(size: number): TilePlace[] {
  return tilesOf([{ from: 0, to: size }])
}

/** Which tiles a proof of inclusion is made from: at most two a level, none where there is no proof. */
export function tilesOfInclusion(asked: Inclusion): TilePlace[] {
  return isInclusion(asked) ? tilesOf(inclusionRanges(asked)) : []
}

/** Which tiles a proof of consistency is made from: at most two a level, none where there is no proof. */
export function tilesOfConsistency(asked: Consistency): TilePlace[] {
  return isConsistency(asked) ? tilesOf(consistencyRanges(asked)) : []
}

/**
 * Reads hashes from tiles at hand. What stands between two kept levels is hashed again, from 128 hashes
 * at most. A hash that the tiles do not hold is a fault of the store: a RangeError.
 */
export function tileReader(tiles: readonly Tile[]): ReadHash {
  const byName = new Map(tiles.map((tile) => [nameOf(tile), tile]))
  return (subtree) => {
    const { place, first, count } = placeOf(subtree)
    const tile = byName.get(nameOf(place))
    if (tile === undefined) throw new RangeError(`tile ${nameOf(place)} is not at hand`)
    return hashWithin(tile, { from: first, to: first + count })
  }
}

function tilesOf(ranges: readonly Range[]): TilePlace[] {
  const places = ranges.flatMap((range) => subtreesOf(range)).map((one) => placeOf(one).place)
  return [...new Map(places.map((place) => [nameOf(place), place])).values()]
}

/** Which hashes of which tile a perfect subtree is made of. */
function placeOf({ level, index }: Subtree): {
  readonly place: TilePlace
  readonly first: number
  readonly count: number
} {
  const count = 2 ** (level % TILE_HEIGHT)
  const first = index * count
  const place = {
    level: Math.floor(level / TILE_HEIGHT),
    index: Math.floor(first / TILE_WIDTH),
  }
  return { place, first: first % TILE_WIDTH, count }
}

/** The hash over hashes of one tile; their number is a power of two. */
function hashWithin(tile: Tile, { from, to }: Range): Hash {
  if (to - from > 1) {
    const middle = (from + to) / 2
    return hashNode(hashWithin(tile, { from, to: middle }), hashWithin(tile, { from: middle, to }))
  }
  const hash = findHash(tile, from)
  if (hash === undefined) throw new RangeError(`tile ${nameOf(tile)} ends before hash ${from}`)
  return hash
}

function nameOf({ level, index }: TilePlace): string {
  return `${level}/${index}`
}
