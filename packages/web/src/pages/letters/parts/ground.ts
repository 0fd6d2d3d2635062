import type { Document, DocumentId, Rendition } from '@vigil/contract/schemas'
import type { DocumentLanguage, Envelope } from '@vigil/core/documents'
import { useAnnotation } from '../../document/clauses/queries.ts'
import { useDocument, useRendition } from '../../documents/parts/queries.ts'

/** What a letter is drafted from: a message of one rendition of a document. */
export interface Ground {
  readonly document: Document
  readonly rendition: Rendition
  readonly envelopes: readonly Envelope[]
  readonly envelope: Envelope
}

interface GroundPlace {
  readonly documentId: DocumentId
  readonly language: DocumentLanguage
  /** Address of the paragraph that opens the message. */
  readonly envelope: string
}

interface FoundGround {
  /** Null where the document has no such message, undefined while nobody knows. */
  readonly ground: Ground | null | undefined
  readonly error: Error | null
  readonly retry: () => void
}

/** The document, its text and its messages, once all of them are here. */
export function useGround({ documentId, language, envelope: eid }: GroundPlace): FoundGround {
  const document = useDocument(documentId)
  const rendition = useRendition(documentId, language)
  const annotation = useAnnotation({ documentId, language })
  const queries = [document, rendition, annotation]
  const error = queries.find((query) => query.error !== null)?.error ?? null
  const retry = () => queries.forEach((query) => void query.refetch())
  if (!document.data || !rendition.data || !annotation.data) {
    return { ground: undefined, error, retry }
  }
  const { envelopes } = annotation.data
  const envelope = envelopes.find((one) => one.eid === eid)
  const ground = envelope && {
    document: document.data,
    rendition: rendition.data,
    envelopes,
    envelope,
  }
  return { ground: ground ?? null, error, retry }
}
