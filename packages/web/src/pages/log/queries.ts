import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { CheckpointPace, LogFormat } from '@vigil/contract/schemas'
import { callKeeping } from '../../api/keeping.ts'
import { saveFile } from '../../components/save-file.ts'
import type { LogAddress } from './address.ts'

const PAGE_SIZE = 50
/** So many checkpoints fill two printed pages. */
const CHECKPOINTS = 40

/** The entries that the address asks for, as the server knows them. */
function toFilter({ view, record, person, action, from, until }: LogAddress) {
  const asked = view === 'seen' || view === 'refused' || view === 'erased' ? view : undefined
  return { view: asked, record, person, action, from, until }
}

/** Entries that fit, page by page. Each look is an entry itself, so nothing is asked for twice. */
export function useEntries(address: LogAddress) {
  const filter = toFilter(address)
  return useInfiniteQuery({
    queryKey: ['log', 'entries', filter],
    queryFn: ({ pageParam, signal }) =>
      callKeeping('listLog', { query: { ...filter, after: pageParam, limit: PAGE_SIZE } }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}

/** The register of what was taken along. */
export function useDisclosures({ record, person, from, until }: LogAddress) {
  const filter = { record, person, from, until }
  return useInfiniteQuery({
    queryKey: ['log', 'disclosures', filter],
    queryFn: ({ pageParam, signal }) =>
      callKeeping(
        'listDisclosures',
        { query: { ...filter, after: pageParam, limit: PAGE_SIZE } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}

/** Checkpoints, newest first. */
export function useCheckpoints(each: CheckpointPace) {
  return useInfiniteQuery({
    queryKey: ['log', 'checkpoints', each],
    queryFn: ({ pageParam, signal }) =>
      callKeeping(
        'listCheckpoints',
        { query: { each, after: pageParam, limit: CHECKPOINTS } },
        signal,
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}

/** Everybody whose entries can be asked for. */
export function usePeople() {
  return useQuery({
    queryKey: ['log', 'people'],
    queryFn: ({ signal }) => callKeeping('listLogPeople', {}, signal),
  })
}

/** In which form entries are taken along, and why. */
export interface Taking {
  readonly format: LogFormat
  readonly reason: string
}

/** Fetches the entries that the address asks for as a file and hands it to the browser. */
export function useTakeLog(address: LogAddress) {
  return useMutation({
    mutationFn: async ({ format, reason }: Taking) => {
      const query = { ...toFilter(address), reason }
      const bytes = await callKeeping('exportLog', { params: { format }, query })
      saveFile(new Blob([bytes]), `vigil-log.${format}`)
    },
  })
}
