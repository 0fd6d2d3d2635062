import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { MoreButton } from '../../components/more-button.tsx'
import { Page } from '../../components/page.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { LetterTable } from './letter-table.tsx'
import { LetterMessages } from './parts/letter-messages.tsx'
import { useLetters } from './queries.ts'

/** All letters that are kept, newest first. */
export function LettersPage() {
  return (
    <Messages area="documents">
      <LetterMessages>
        <Letters />
      </LetterMessages>
    </Messages>
  )
}

function Letters() {
  const say = useSay()
  const letters = useLetters()
  const { data, error, refetch } = letters
  return (
    <Page title={say('letters.title')} lead={say('letters.lead')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <Found letters={letters} />}
    </Page>
  )
}

function Found({ letters }: { letters: ReturnType<typeof useLetters> }) {
  const say = useSay()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = letters
  const rows = data?.pages.flatMap((page) => page.letters) ?? []
  if (rows.length === 0) {
    return (
      <EmptyState
        title={say('letters.none')}
        action={<LinkButton to="/documents">{say('notFound.action')}</LinkButton>}
      >
        <p>{say('letters.none.help')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <LetterTable letters={rows} />
      {hasNextPage && (
        <MoreButton
          label={say('letters.more')}
          shown={say('letters.shown', {
            shown: rows.length,
            total: data?.pages[0]?.total ?? rows.length,
          })}
          isPending={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </>
  )
}
