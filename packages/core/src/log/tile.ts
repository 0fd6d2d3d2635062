import { type Hash, HASH_BYTES } from './hash.ts'

/** How many levels of the tree a tile stands for: every eighth level is kept (C2SP tlog-tiles). */
export const TILE_HEIGHT = 8

/** How many hashes, or entries, a full tile holds (C2SP tlog-tiles). */
export const TILE_WIDTH = 2 ** TILE_HEIGHT

/**
 * A tile of the tree: 256 hashes, or fewer at the right edge. The hashes of a tile of level `level` are
 * those of perfect subtrees of `256 ** level` leaves, the first of them the `index * 256`th of its kind.
 */
export interface TilePlace {
  readonly level: number
  readonly index: number
}

/** A tile as it is stored: its hashes one after the other. */
export interface Tile extends TilePlace {
  readonly hashes: Uint8Array
}

/** How many hashes a tile has in a tree of `size` leaves: 0, where it has not begun, to 256. */
export function tileWidth({ level, index }: TilePlace, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH
  return Math.max(0, Math.min(TILE_WIDTH, hashes))
}

/** The hash at a place of a tile; undefined where the tile does not reach so far. */
export function findHash({ hashes }: Tile, place: number): Hash | undefined {
  const hash = hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES)
  return hash.length === HASH_BYTES ? hash : undefined
}
