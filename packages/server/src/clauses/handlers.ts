import type { Handlers } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'

type ClauseEndpoint = 'readAnnotation' | 'correctClause' | 'undoCorrection' | 'listCorrections'

/** What the server does for each endpoint about clauses. */
export const clauseHandlers: Pick<Handlers, ClauseEndpoint> = {
  readAnnotation: () => refuse('server.failed'),
  correctClause: () => refuse('server.failed'),
  undoCorrection: () => refuse('server.failed'),
  listCorrections: () => refuse('server.failed'),
}
