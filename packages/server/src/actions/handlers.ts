import type { Handlers } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'

/** What the server does for each endpoint about clauses of all documents. */
export const actionHandlers: Pick<Handlers, 'listActions' | 'exportActions'> = {
  listActions: () => refuse('server.failed'),
  exportActions: () => refuse('server.failed'),
}
