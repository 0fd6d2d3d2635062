import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { APPLICATION_ROLE } from '../postgres/roles.ts'
import type { Tables } from './tables.ts'
import type { Db } from './transaction.ts'

/** `bigint` counts of ours stay far below 2^53. */
const INT8 = 20
pg.types.setTypeParser(INT8, Number)

/** A day stays the text it is (`2023-11-13`): as a moment it would fall on another day elsewhere. */
const DATE = 1082
pg.types.setTypeParser(DATE, String)

export interface PoolOptions {
  readonly connections: number
  /** Told of a connection that broke while nobody used it, as all do when the server restarts. */
  readonly onBroken?: (error: Error) => void
}

/**
 * The application's connections. The login may own the tables; what runs here acts as the
 * application role, which may only do what the migrations grant it.
 */
export function openDatabase(owner: pg.ClientConfig, options: PoolOptions): Db {
  const pool = new pg.Pool({
    ...owner,
    max: options.connections,
    connectionTimeoutMillis: 15_000,
    onConnect: async (client) => {
      await client.query(`set role ${APPLICATION_ROLE}`)
    },
  })
  pool.on('error', (error) => options.onBroken?.(error))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
