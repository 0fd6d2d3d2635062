import type { ActionList } from '@vigil/contract/schemas'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { MoreButton } from '../../components/more-button.tsx'
import { Note } from '../../components/note.tsx'
import { Page } from '../../components/page.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { language as interfaceLanguage } from '../../preferences/preferences.ts'
import { usePreference } from '../../preferences/preference.ts'
import { ActionTable } from './action-table.tsx'
import { ActionFilters } from './action-filters.tsx'
import { type ActionsAddress, isNarrowed, UNFILTERED } from './address.ts'
import { TakeAlong } from './take-along.tsx'
import { useActions } from './queries.ts'

/** Who is asked to do what, across all documents held. */
export function ActionsPage() {
  return (
    <Messages area="documents">
      <Messages area="clauses">
        <Actions />
      </Messages>
    </Messages>
  )
}

function Actions() {
  const say = useSay()
  const address = useSearch({ from: '/actions' })
  const change = useChangeAddress()
  const language = usePreference(interfaceLanguage)
  const actions = useActions(address, language)
  const { data, error, refetch } = actions
  const [first] = data?.pages ?? []
  return (
    <Page
      title={say('actions.title')}
      lead={say('actions.lead')}
      actions={first && first.total > 0 && <TakeAlong address={address} language={language} />}
    >
      <ActionFilters address={address} list={first} onAddress={change} />
      <StillRead list={first} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <LoadingBars />}
      {data && <Found actions={actions} address={address} onAddress={change} />}
    </Page>
  )
}

/** How many documents are still being read for what they ask. */
function StillRead({ list }: { list: ActionList | undefined }) {
  const say = useSay()
  if (!list || list.pending === 0) return null
  return (
    <Note tone="pending" isLive>
      <p>{say('actions.pending', { count: list.pending })}</p>
    </Note>
  )
}

interface FoundProps {
  readonly actions: ReturnType<typeof useActions>
  readonly address: ActionsAddress
  readonly onAddress: (changes: Partial<ActionsAddress>) => void
}

function Found({ actions, address, onAddress }: FoundProps) {
  const say = useSay()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = actions
  const rows = data?.pages.flatMap((page) => page.actions) ?? []
  if (rows.length === 0) return <NoActions address={address} onAddress={onAddress} />
  const total = data?.pages[0]?.total ?? rows.length
  return (
    <>
      <ActionTable actions={rows} />
      {hasNextPage && (
        <MoreButton
          label={say('actions.more')}
          shown={say('actions.shown', { shown: rows.length, total })}
          isPending={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </>
  )
}

function NoActions({ address, onAddress }: Omit<FoundProps, 'actions'>) {
  const say = useSay()
  if (!isNarrowed(address)) {
    return (
      <EmptyState
        title={say('actions.none')}
        action={<LinkButton to="/documents">{say('notFound.action')}</LinkButton>}
      >
        <p>{say('actions.none.help')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={say('actions.noneFits')}
      action={<Button onPress={() => onAddress(UNFILTERED)}>{say('actions.clear')}</Button>}
    />
  )
}

/** What narrows the list down takes no step in the history. */
function useChangeAddress() {
  const navigate = useNavigate({ from: '/actions' })
  return useCallback(
    (changes: Partial<ActionsAddress>) =>
      void navigate({
        search: (old) => ({ ...old, ...changes }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
}
