import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { PAGE_ENDPOINTS } from '@vigil/contract/page-endpoints'
import type { ActionFormat } from '@vigil/contract/schemas'
import { addressOf, call } from '../../api/call.ts'
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

interface Export {
  readonly address: ActionsAddress
  readonly language: InterfaceLanguage
  readonly format: ActionFormat
}

/** Where the same list can be had as a file. */
export function exportHref({ address, language, format }: Export): string {
  const query = { ...toFilter(address, language), headings: language }
  return addressOf(PAGE_ENDPOINTS.exportActions, { params: { format }, query })
}
