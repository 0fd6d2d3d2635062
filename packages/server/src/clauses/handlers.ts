import { getHeldDocument } from '../documents/held.ts'
import type { Handlers } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { toAnnotationAnswer } from './answer.ts'
import { correctClause, undoCorrection } from './correct.ts'
import { listHistory } from './history.ts'
import { getClauses } from './read.ts'
import { findRenditionText } from './rendition-text.ts'

type ClauseEndpoint = 'readAnnotation' | 'correctClause' | 'undoCorrection' | 'listCorrections'

/** What the server does for each endpoint about clauses. */
export const clauseHandlers: Pick<Handlers, ClauseEndpoint> = {
  async readAnnotation({ db, params: { documentId, language } }) {
    await getHeldDocument(db, documentId)
    const text = await findRenditionText(db, documentId, language)
    if (!text) refuse('document.languageMissing', { documentId })
    return toAnnotationAnswer(db, text, await getClauses(db, text))
  },

  correctClause({ write, params, body, actor, now }) {
    return write((tx) => correctClause(tx, params, { body, by: actor.id, now }))
  },

  undoCorrection({ write, params, actor, now }) {
    return write((tx) => undoCorrection(tx, params, { by: actor.id, now }))
  },

  async listCorrections({ db, params: { documentId } }) {
    await getHeldDocument(db, documentId)
    return listHistory(db, documentId)
  },
}
