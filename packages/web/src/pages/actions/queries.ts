import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { ActionFormat } from '@vigil/contract/schemas'
import { call } from '../../api/call.ts'
import { saveFile } from '../../components/save-file.ts'
import type { InterfaceLanguage } from '../../i18n/languages.ts'
import type { ActionsAddress } from './address.ts'

const PAGE_SIZE = 50
const PENDING_MS = 2000

/** The filters of the address as the server knows them; a list without a kind holds what asks. */
function toFilter(
  { kind = 'directive', document, ...rest }: ActionsAddress,
  language: InterfaceLanguage,
) {
  return { ...rest, documentId: document, kind: kind === 'every' ? undefined : kind, language }
}

/** The clauses that fit, page by page; asked again while documents are still being read. */
export function useActions(address: ActionsAddress, language: InterfaceLanguage) {
  const filter = toFilter(address, language)
  return useInfiniteQuery({
    queryKey: ['documents', 'actions', filter],
    queryFn: ({ pageParam, signal }) =>
      call('listActions', { query: { ...filter, after: pageParam, limit: PAGE_SIZE } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages[0]?.pending ?? 0) > 0 ? PENDING_MS : false),
  })
}

/**
 * Fetches the same list as a file and hands it to the browser: the address of a link would stand in the
 * browser's list of downloads, with the words that were typed.
 */
export function useTakeActions(address: ActionsAddress, language: InterfaceLanguage) {
  return useMutation({
    mutationFn: async (format: ActionFormat) => {
      const query = { ...toFilter(address, language), headings: language }
      const bytes = await call('exportActions', { params: { format }, query })
      saveFile(new Blob([bytes]), `vigil-actions.${format}`)
    },
  })
}
