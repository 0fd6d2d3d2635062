import { concatBytes } from '@noble/hashes/utils.js'
import { type Completed, type Frontier, settle } from './frontier.ts'
import { type Hash, pureSha256, type Sha256 } from './hash.ts'
import { type Tile, TILE_HEIGHT, TILE_WIDTH } from './tile.ts'

/** Hashes that are new at the end of a tile. */
export interface TileGrowth extends Tile {
  /** How many hashes the tile had before. */
  readonly after: number
}

/** A tree with more leaves, and what is to be added to which tiles. */
export interface Appended {
  readonly tree: Frontier
  readonly tiles: readonly TileGrowth[]
}

/**
 * Adds leaves to a tree. Hashes of a tile only ever come behind those that it has: a store appends the
 * bytes of each growth to the tile they name, after having seen that it holds `after` hashes.
 */
export function appendLeaves(
  { size, peaks }: Frontier,
  leaves: readonly Hash[],
  sha256: Sha256 = pureSha256,
): Appended {
  const grown = [...peaks]
  const kept = leaves.flatMap((hash, at) =>
    settle(grown, { level: 0, index: size + at, hash }, sha256).filter(isKept),
  )
  return { tree: { size: size + leaves.length, peaks: grown }, tiles: growthOf(kept) }
}

/** Tiles keep every eighth level; what stands between is computed again. */
function isKept({ level }: Completed): boolean {
  return level % TILE_HEIGHT === 0
}

/** Gathers hashes, in the order they were completed, by their tiles. */
function growthOf(kept: readonly Completed[]): TileGrowth[] {
  const byTile = Map.groupBy(
    kept,
    ({ level, index }) => `${level}/${Math.floor(index / TILE_WIDTH)}`,
  )
  return [...byTile.values()].map((hashes) => toGrowth(hashes))
}

function toGrowth(completed: readonly Completed[]): TileGrowth {
  const { level, index } = completed[0] ?? { level: 0, index: 0 }
  return {
    level: level / TILE_HEIGHT,
    index: Math.floor(index / TILE_WIDTH),
    after: index % TILE_WIDTH,
    hashes: concatBytes(...completed.map(({ hash }) => hash)),
  }
}
