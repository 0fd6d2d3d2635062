import type { DocumentCorrection, DocumentId, SearchResult } from '@vigil/contract/schemas'
import type { DocumentLanguage } from '@vigil/core/documents'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '../../../api/call.ts'
import type { DocumentsAddress } from '../address.ts'

const PAGE_SIZE = 50

/** The documents of the list, page by page; earlier rows stay while others load. */
export function useDocuments({ words, kind, removed }: DocumentsAddress) {
  return useInfiniteQuery({
    queryKey: ['documents', { words, kind, removed }],
    queryFn: ({ pageParam, signal }) =>
      call(
        'listDocuments',
        {
          query: {
            words,
            kind,
            removed: removed ? 'true' : 'false',
            after: pageParam,
            limit: PAGE_SIZE,
          },
        },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** One document with the languages it is held in. */
export function useDocument(documentId: DocumentId) {
  return useQuery({
    queryKey: ['documents', documentId],
    queryFn: ({ signal }) => call('readDocument', { params: { documentId } }, signal),
  })
}

/** What is read in one language. A rendition never changes, so it is fetched once. */
export function useRendition(documentId: DocumentId, language: DocumentLanguage | undefined) {
  return useQuery({
    queryKey: ['documents', documentId, 'renditions', language],
    queryFn: ({ signal }) =>
      call('readRendition', { params: { documentId, language: language ?? 'en' } }, signal),
    enabled: language !== undefined,
    placeholderData: (earlier) => (earlier?.documentId === documentId ? earlier : undefined),
  })
}

/** What is searched for. */
export interface Wanted {
  readonly words: string
  readonly language?: DocumentLanguage | undefined
  readonly documentId?: DocumentId | undefined
  readonly limit: number
}

/** Paragraphs and documents that contain the words; asks nothing while there are none. */
export function useSearch({ words, ...rest }: Wanted) {
  const asked = words.trim()
  return useQuery({
    queryKey: ['documents', 'search', { words: asked, ...rest }],
    queryFn: ({ signal }): Promise<SearchResult> =>
      call('search', { query: { words: asked, ...rest } }, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
}

/** Corrects, removes and restores one document; lists and searches are asked again afterwards. */
export function useDocumentChanges(documentId: DocumentId) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['documents'] })
  return {
    correct: useMutation({
      mutationFn: (body: DocumentCorrection) =>
        call('correctDocument', { params: { documentId }, body }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: () => call('removeDocument', { params: { documentId } }),
      onSuccess,
    }),
    restore: useMutation({
      mutationFn: () => call('restoreDocument', { params: { documentId } }),
      onSuccess,
    }),
  }
}
