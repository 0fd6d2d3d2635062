import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { DocumentsAddress } from './address.ts'
import { DocumentTable } from './document-table.tsx'
import { DropArea } from './drop-area.tsx'
import { Filters } from './filters.tsx'
import { ImportPanel } from './import/import-panel.tsx'
import { importStore } from './import/import-store.ts'
import { NoDocuments } from './no-documents.tsx'
import { useDocuments } from './parts/queries.ts'
import styles from './documents-page.module.css'

/** The documents held, what narrows them down, and the way in for more. */
export function DocumentsPage() {
  const say = useSay()
  const address = useSearch({ from: '/documents' })
  const change = useChangeAddress()
  const documents = useDocuments(address)
  const pages = documents.data?.pages ?? []
  const rows = pages.flatMap((page) => page.documents)
  return (
    <DropArea
      onFiles={(files) => {
        importStore.choose(files, address.into === undefined ? {} : { documentId: address.into })
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
        {address.import && <ImportPanel into={address.into} onAddress={change} />}
        <Filters address={address} total={pages[0]?.total} onAddress={change} />
        {documents.error && (
          <ErrorState error={documents.error} onRetry={() => void documents.refetch()} />
        )}
        {!documents.data && !documents.error && <LoadingBars />}
        {documents.data && rows.length === 0 && (
          <NoDocuments address={address} onAddress={change} />
        )}
        {rows.length > 0 && <DocumentTable documents={rows} isRemoved={address.removed === true} />}
        {documents.hasNextPage && (
          <div className={styles['more']}>
            <Button
              kind="secondary"
              isPending={documents.isFetchingNextPage}
              onPress={() => void documents.fetchNextPage()}
            >
              {say('documents.more')}
            </Button>
            <span>
              {say('documents.shown', { shown: rows.length, total: pages[0]?.total ?? 0 })}
            </span>
          </div>
        )}
      </Page>
    </DropArea>
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
