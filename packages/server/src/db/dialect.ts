import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'
import type { Db } from './transaction.ts'

/** What the transaction that is just beginning takes on with its first word. */
const TAKEN_ON = new AsyncLocalStorage<string>()

/** PostgreSQL, where a transaction can begin with more than `begin`: each way there and back is time. */
export class VigilDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new TakingDriver(this.#config)
  }
}

class TakingDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const statement = TAKEN_ON.getStore()
    if (statement === undefined) return super.beginTransaction(connection, settings)
    await connection.executeQuery(CompiledQuery.raw(`begin; ${statement}`))
  }
}

/**
 * Runs `work` whole or not at all, in a transaction that begins with `statement` (literals escaped by
 * the caller). `db` must come from `openDatabase`.
 */
export async function inTransactionWith<T>(
  db: Db,
  statement: string,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  const tx = await TAKEN_ON.run(statement, () => db.startTransaction().execute())
  try {
    const result = await work(tx)
    await tx.commit().execute()
    return result
  } catch (error) {
    await tx.rollback().execute()
    throw error
  }
}
