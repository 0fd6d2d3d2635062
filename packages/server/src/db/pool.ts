import { type ControlledTransaction, Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { type Client, type ClientBase, type ClientConfig, Pool, types } from 'pg'
import { APPLICATION_ROLE } from '../postgres/roles.ts'
import { VigilDialect } from './dialect.ts'
import type { Tables } from './tables.ts'
import type { Db } from './transaction.ts'

/** `bigint` counts of ours stay far below 2^53. */
types.setTypeParser(types.builtins.INT8, Number)

/** A day stays the text it is (`2023-11-13`): as a moment it would fall on another day elsewhere. */
types.setTypeParser(types.builtins.DATE, String)

export interface PoolOptions {
  readonly connections: number
  /** Told of a connection that broke while nobody used it, as all do when the server restarts. */
  readonly onBroken?: (error: Error) => void
}

/**
 * The application's connections. The login may own the tables; what runs here acts as the
 * application role, which may only do what the migrations grant it.
 */
export function openDatabase(owner: ClientConfig, options: PoolOptions): Db {
  const pool = new Pool({
    ...owner,
    max: options.connections,
    connectionTimeoutMillis: 15_000,
    ...HOOKS,
  })
  pool.on('error', (error) => options.onBroken?.(error))
  // A connection in use between two statements tells of its end by an event, and the next statement
  // fails with it: without somebody who listens the event would end the whole process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new VigilDialect({ pool }) })
}

/** Begins a transaction on a connection that is there; it has the rights of that connection. */
export function beginOn(client: Client): Promise<ControlledTransaction<Tables>> {
  const lent: PostgresPool = {
    options: {},
    connect: () => Promise.resolve({ query: client.query.bind(client), release: () => undefined }),
    end: () => Promise.resolve(),
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lent }) })
  return db.startTransaction().execute()
}

/** Done by the pool itself: it lets a connection go that breaks here, which a hook of Kysely would keep. */
async function giveUpRights(client: ClientBase): Promise<void> {
  await client.query(`set role ${APPLICATION_ROLE}`)
}

/** The pool waits for what its hook returns, which its types do not say. */
const HOOKS: { readonly onConnect: (client: ClientBase) => unknown } = { onConnect: giveUpRights }
