import { DatabaseError } from 'pg'

const UNIQUE_VIOLATION = '23505'
const ATTEMPTS = 3

/**
 * Does `write` again where another transaction had just stored the same file, symbol or version: the
 * winner has committed by then, so the next attempt finds what it stored and says so.
 */
export async function retryOnConflict<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write()
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === UNIQUE_VIOLATION
}
