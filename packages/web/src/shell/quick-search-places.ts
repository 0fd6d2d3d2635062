import type { Document, SearchHit, SearchResult } from '@vigil/contract/schemas'

/** Something quick search can open. */
export type Place =
  | { readonly kind: 'document'; readonly key: string; readonly document: Document }
  | { readonly kind: 'paragraph'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'all'; readonly key: string; readonly words: string }

const DOCUMENTS_SHOWN = 5

/** What was found, documents first, and last the page with everything. */
export function toPlaces({ documents, hits }: SearchResult, words: string): readonly Place[] {
  return [
    ...documents
      .slice(0, DOCUMENTS_SHOWN)
      .map((document) => ({ kind: 'document' as const, key: document.id, document })),
    ...hits.map((hit) => ({
      kind: 'paragraph' as const,
      key: `${hit.documentId}/${hit.language}/${hit.eid}`,
      hit,
    })),
    { kind: 'all', key: 'all', words },
  ]
}
