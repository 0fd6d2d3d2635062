import { sql } from 'kysely'
import type { Handlers } from './handler.ts'
import type { Services } from './services.ts'

/** Says that server and database answer; where the database does not, the request fails. */
export function healthHandlers({ version }: Pick<Services, 'version'>): Pick<Handlers, 'health'> {
  return {
    async health({ db }) {
      await sql`select 1`.execute(db)
      return { status: 'ok', version, database: 'ok' }
    },
  }
}
