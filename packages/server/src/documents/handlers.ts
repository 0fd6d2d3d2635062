import { decide } from '@vigil/core/policy'
import type { Handlers, SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'
import { retryOnConflict } from './conflict.ts'
import { correctDocument, removeDocument, restoreDocument } from './correct.ts'
import { getHeldDocument } from './held.ts'
import { importFile } from './import.ts'
import { findDocument, findOriginal, findRendition, listDocuments } from './queries.ts'
import { search } from './search.ts'

type DocumentEndpoint =
  | 'listDocuments'
  | 'importDocument'
  | 'readDocument'
  | 'correctDocument'
  | 'removeDocument'
  | 'restoreDocument'
  | 'readRendition'
  | 'readOriginal'
  | 'search'

/** What the server does for each endpoint about documents. */
export const documentHandlers: Pick<Handlers, DocumentEndpoint> = {
  listDocuments({ db, query, actor }) {
    if (query.removed && !mayRestore(actor)) refuse('access.denied')
    return listDocuments(db, query)
  },

  importDocument({ db, write, actor, now, file, upload }) {
    return importFile({ db, write, by: actor.id, now }, file, upload)
  },

  async readDocument({ db, params, actor }) {
    const document = await findDocument(db, params.documentId)
    const visible = document && (document.removedAt === null || mayRestore(actor))
    return visible ? document : refuse('document.unknown')
  },

  correctDocument({ write, params, body }) {
    return retryOnConflict(() => write((tx) => correctDocument(tx, params.documentId, body)))
  },

  removeDocument({ write, params, now }) {
    return write((tx) => removeDocument(tx, params.documentId, now))
  },

  restoreDocument({ write, params }) {
    return retryOnConflict(() => write((tx) => restoreDocument(tx, params.documentId)))
  },

  async readRendition({ db, params }) {
    await getHeldDocument(db, params.documentId)
    const rendition = await findRendition(db, params.documentId, params.language)
    return rendition ?? refuse('document.languageMissing', { documentId: params.documentId })
  },

  async readOriginal({ db, params }) {
    await getHeldDocument(db, params.documentId)
    const original = await findOriginal(db, params.documentId, params.language)
    return original ?? refuse('document.languageMissing', { documentId: params.documentId })
  },

  search({ db, query }) {
    return search(db, query)
  },
}

/** Who may put a document back sees that it was removed; its text is read by nobody until then. */
function mayRestore(actor: SignedInActor): boolean {
  return decide(actor, 'document.remove').allow
}
