import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { MoreButton } from '../../components/more-button.tsx'
import { Page } from '../../components/page.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { DocumentsAddress } from './address.ts'
import { DocumentTable } from './document-table.tsx'
import { DropArea } from './drop-area.tsx'
import { Filters } from './filters.tsx'
import { importStore } from './import/import-store.ts'
import { NoDocuments } from './no-documents.tsx'
import { useDocuments } from './parts/queries.ts'

const ImportPanel = lazy(async () => {
  const { ImportPanel: component } = await import('./import/import-panel.tsx')
  return { default: component }
})

/** The documents held, what narrows them down, and the way in for more. */
export function DocumentsPage() {
  return (
    <Messages area="documents">
      <Documents />
    </Messages>
  )
}

function Documents() {
  const say = useSay()
  const address = useSearch({ from: '/documents' })
  const change = useChangeAddress()
  return (
    <DropArea
      onFiles={(files) => {
        importStore.choose(files, { documentId: address.into })
        change({ import: true })
      }}
    >
      <Page
        title={say('documents.title')}
        lead={say('documents.lead')}
        actions={
          <Button kind="primary" icon="plus" onPress={() => change({ import: true })}>
            {say('documents.import')}
          </Button>
        }
      >
        {address.import && (
          <Suspense fallback={<LoadingBars />}>
            <ImportPanel into={address.into} onAddress={change} />
          </Suspense>
        )}
        <List address={address} onAddress={change} />
      </Page>
    </DropArea>
  )
}

interface ListProps {
  readonly address: DocumentsAddress
  readonly onAddress: (changes: Partial<DocumentsAddress>) => void
}

function List({ address, onAddress }: ListProps) {
  const documents = useDocuments(address)
  const { data, error, refetch } = documents
  return (
    <>
      <Filters address={address} total={data?.pages[0]?.total} onAddress={onAddress} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <LoadingBars />}
      {data && <Found documents={documents} address={address} onAddress={onAddress} />}
    </>
  )
}

interface FoundProps extends ListProps {
  readonly documents: ReturnType<typeof useDocuments>
}

function Found({ documents, address, onAddress }: FoundProps) {
  const say = useSay()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = documents
  const rows = data?.pages.flatMap((page) => page.documents) ?? []
  if (rows.length === 0) {
    return address.import ? null : <NoDocuments address={address} onAddress={onAddress} />
  }
  return (
    <>
      <DocumentTable documents={rows} isRemoved={address.removed === true} />
      {hasNextPage && (
        <MoreButton
          label={say('documents.more')}
          shown={say('documents.shown', {
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

/** Changes the address of the list; what narrows it down takes no step in the history. */
function useChangeAddress() {
  const navigate = useNavigate({ from: '/documents' })
  return useCallback(
    (changes: Partial<DocumentsAddress>) =>
      void navigate({
        search: (old) => ({ ...old, ...changes }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
}
