import type { Handlers } from '../http/handler.ts'
import { exportActions } from './export.ts'
import { listActions } from './list.ts'

/** What the server does for each endpoint about clauses of all documents. */
export const actionHandlers: Pick<Handlers, 'listActions' | 'exportActions'> = {
  listActions({ db, query }) {
    return listActions(db, query)
  },

  exportActions({ db, params, query }) {
    return exportActions(db, params.format, query)
  },
}
