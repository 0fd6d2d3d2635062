import {
  type Frontier,
  frontierAt,
  type Tile,
  type TileGrowth,
  type TilePlace,
  tileReader,
  tilesOfRoot,
} from '@vigil/core/log'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

const HASH_BYTES = 32

/** Those of the tiles that are held. */
export async function readTiles(db: Db, places: readonly TilePlace[]): Promise<Tile[]> {
  if (places.length === 0) return []
  return db
    .selectFrom('log_tile')
    .select(['level', 'index', 'hashes'])
    .where((where) => where.or(places.map(({ level, index }) => where.and({ level, index }))))
    .execute()
}

/** The tree as it was at `size`, ready to grow. Throws a RangeError where tiles are missing. */
export async function readFrontier(db: Db, size: number): Promise<Frontier> {
  return frontierAt(size, tileReader(await readTiles(db, tilesOfRoot(size))))
}

/** The first of these tiles that does not hold what was added to it; undefined where all do. */
export async function findChangedTile(
  db: Db,
  growths: readonly TileGrowth[],
): Promise<TilePlace | undefined> {
  const tiles = await readTiles(db, growths)
  return growths.find(({ level, index, after, hashes }) => {
    const tile = tiles.find((one) => one.level === level && one.index === index)
    const from = after * HASH_BYTES
    const held = tile?.hashes.subarray(from, from + hashes.length) ?? []
    return Buffer.compare(Uint8Array.from(held), hashes) !== 0
  })
}

/** The first tile that holds more or fewer hashes than a tree of that size has there. */
export async function findMisfittingTile(db: Db, size: number): Promise<TilePlace | undefined> {
  const complete = sql`div(${size}::numeric, power(256::numeric, level))`
  return db
    .selectFrom('log_tile')
    .select(['level', 'index'])
    .where(
      sql<boolean>`octet_length(hashes) <> ${HASH_BYTES} * least(256, ${complete} - index * 256)`,
    )
    .orderBy('level')
    .orderBy('index')
    .limit(1)
    .executeTakeFirst()
}

/** Adds hashes to tiles, behind those that each has. Throws where one holds others than it should. */
export async function growTiles(db: Db, growths: readonly TileGrowth[]): Promise<void> {
  for (const { level, index, after, hashes } of growths) {
    const { length } = await db
      .insertInto('log_tile')
      .values({ level, index, hashes: Buffer.from(hashes) })
      .onConflict((conflict) =>
        conflict
          .columns(['level', 'index'])
          .doUpdateSet({ hashes: sql`log_tile.hashes || excluded.hashes` }),
      )
      .returning(sql<number>`octet_length(hashes)`.as('length'))
      .executeTakeFirstOrThrow()
    if (length !== after * HASH_BYTES + hashes.length) {
      throw new Error(`tile ${level}/${index} did not hold ${after} hashes`)
    }
  }
}
