import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { MoreButton } from '../../components/more-button.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { isNarrowed, UNFILTERED } from './address.ts'
import { EntryTable } from './entry-table.tsx'
import { LogFilters } from './log-filters.tsx'
import { useEntries } from './queries.ts'
import type { LogViewProps } from './view-props.ts'

/** Entries of the log: all of them, what was seen, refused or erased. */
export function EntriesView(props: LogViewProps) {
  const entries = useEntries(props.address)
  const { data, error, refetch } = entries
  return (
    <>
      <LogFilters {...props} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <Found {...props} entries={entries} />}
    </>
  )
}

interface FoundProps extends LogViewProps {
  readonly entries: ReturnType<typeof useEntries>
}

function Found({ entries, ...props }: FoundProps) {
  const say = useSay()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = entries
  const rows = data?.pages.flatMap((page) => page.entries) ?? []
  if (rows.length === 0) return <Nothing {...props} />
  return (
    <>
      <EntryTable entries={rows} address={props.address} />
      {hasNextPage && (
        <MoreButton
          label={say('log.more')}
          shown={say('log.shown', { count: rows.length })}
          isPending={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </>
  )
}

function Nothing({ address, onAddress }: LogViewProps) {
  const say = useSay()
  if (isNarrowed(address)) {
    return (
      <EmptyState
        title={say('log.noneFits')}
        action={<Button onPress={() => onAddress(UNFILTERED)}>{say('log.clear')}</Button>}
      />
    )
  }
  return <EmptyState title={say(address.view === 'erased' ? 'log.noneErased' : 'log.none')} />
}
