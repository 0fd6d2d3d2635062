import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { PAGE_ENDPOINTS } from '@vigil/contract/page-endpoints'
import type {
  DocumentId,
  Letter,
  LetterFormat,
  LetterId,
  LetterRequest,
  LetterRevision,
  ReturnedAs,
} from '@vigil/contract/schemas'
import { useMemo } from 'react'
import { addressOf, call } from '../../api/call.ts'
import { useSettled } from '../../components/use-settled.ts'

const PAGE_SIZE = 50
/** More drafts than one document ever has. */
const OF_ONE_DOCUMENT = 200

function letterKey(letterId: LetterId) {
  return ['letters', letterId] as const
}

/** Letters of all documents, newest first, page by page. */
export function useLetters() {
  return useInfiniteQuery({
    queryKey: ['letters', 'list'],
    queryFn: ({ pageParam, signal }) =>
      call('listLetters', { query: { after: pageParam, limit: PAGE_SIZE } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

/** Letters drafted from one document, newest first. */
export function useLettersOf(documentId: DocumentId) {
  return useQuery({
    queryKey: ['letters', 'list', documentId],
    queryFn: ({ signal }) =>
      call('listLetters', { query: { documentId, limit: OF_ONE_DOCUMENT } }, signal),
  })
}

/** One letter: its newest version whole, its history, what was handed back. */
export function useLetter(letterId: LetterId) {
  return useQuery({
    queryKey: letterKey(letterId),
    queryFn: ({ signal }) => call('readLetter', { params: { letterId } }, signal),
  })
}

interface VersionPlace {
  readonly letterId: LetterId
  readonly version: number
}

/** One version whole. A version never changes, so it is fetched once. */
export function useLetterVersion({ letterId, version }: VersionPlace) {
  return useQuery({
    queryKey: [...letterKey(letterId), 'versions', version],
    queryFn: ({ signal }) => call('readLetterVersion', { params: { letterId, version } }, signal),
    staleTime: Infinity,
  })
}

/**
 * The draft that a request gives, asked for once nothing was changed for a moment; the earlier one
 * stays while another is on its way.
 */
export function usePreview(request: LetterRequest, isWanted: boolean) {
  const settled = useSettled(JSON.stringify(request))
  const body = useMemo(() => JSON.parse(settled) as LetterRequest, [settled])
  return useQuery({
    queryKey: ['letters', 'preview', body],
    queryFn: ({ signal }) => call('previewLetter', { body }, signal),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  })
}

/** Keeps a letter, adds versions, takes files back; what is on screen is the server's answer. */
export function useLetterChanges() {
  const client = useQueryClient()
  const remember = (letter: Letter) => {
    client.setQueryData(letterKey(letter.id), letter)
    return client.invalidateQueries({ queryKey: ['letters', 'list'] })
  }
  return {
    create: useMutation({
      mutationFn: (body: LetterRequest) => call('createLetter', { body }),
      onSuccess: remember,
    }),
    revise: useMutation({
      mutationFn: ({ letterId, ...body }: LetterRevision & { letterId: LetterId }) =>
        call('reviseLetter', { params: { letterId }, body }),
      onSuccess: remember,
      onError: (_, { letterId }) =>
        client.invalidateQueries({ queryKey: letterKey(letterId), exact: true }),
    }),
    handBack: useMutation({
      mutationFn: ({ file, returned, ...params }: VersionPlace & HandedBack) =>
        call('returnLetter', { params, upload: { returned }, file }),
      onSuccess: () => client.invalidateQueries({ queryKey: ['letters'] }),
    }),
  }
}

interface HandedBack {
  readonly file: File
  readonly returned: ReturnedAs
}

/** Where a version can be had as a file. */
export function downloadHref(place: VersionPlace & { readonly format: LetterFormat }): string {
  return addressOf(PAGE_ENDPOINTS.downloadLetter, { params: { ...place } })
}
