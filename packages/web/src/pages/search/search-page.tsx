import type { DocumentLanguage } from '@vigil/core/documents'
import { useNavigate, useSearch as useAddress } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useSearch } from '../documents/parts/queries.ts'
import type { SearchAddress } from './address.ts'
import { FoundDocuments, FoundParagraphs } from './results.tsx'
import { SearchForm } from './search-form.tsx'
import styles from './search-page.module.css'

const FIRST = 20
const MOST = 100

/** Words in all documents held: documents named by them first, then paragraphs, best first. */
export function SearchPage() {
  const say = useSay()
  const address = useAddress({ from: '/search' })
  const change = useChangeAddress()
  const { words = '', language, limit = FIRST } = address
  const { data, error, isFetching, refetch } = useSearch({ words, language, limit })
  return (
    <Page title={say('search.title')}>
      <SearchForm key={words} address={address} onAddress={change} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {words === '' && (
        <EmptyState title={say('search.start')}>
          <p>{say('search.start.help')}</p>
        </EmptyState>
      )}
      {words !== '' && !data && !error && <LoadingBars />}
      {words !== '' && data && (
        <div aria-busy={isFetching}>
          <p role="status" className={styles['count']}>
            {data.hits.length > 0 && say('search.count', { total: data.total, words })}{' '}
            {data.hits.length < data.total &&
              say('search.count.shown', { shown: data.hits.length })}
          </p>
          <FoundDocuments documents={data.documents} />
          <FoundParagraphs hits={data.hits} words={words} />
          {data.hits.length < Math.min(data.total, MOST) && (
            <Button
              isPending={isFetching}
              onPress={() => change({ limit: Math.min(MOST, limit + 2 * FIRST) })}
            >
              {say('search.more')}
            </Button>
          )}
          {data.hits.length === 0 && data.documents.length === 0 && (
            <Nothing words={words} language={language} onAddress={change} />
          )}
        </div>
      )}
    </Page>
  )
}

function Nothing({ words, language, onAddress }: NothingProps) {
  const say = useSay()
  return (
    <EmptyState
      title={say('search.none', { words })}
      action={
        language && (
          <Button onPress={() => onAddress({ language: undefined })}>
            {say('search.none.language')}
          </Button>
        )
      }
    >
      <p>{say('search.none.help')}</p>
    </EmptyState>
  )
}

interface NothingProps {
  readonly words: string
  readonly language: DocumentLanguage | undefined
  readonly onAddress: (changes: Partial<SearchAddress>) => void
}

function useChangeAddress() {
  const navigate = useNavigate({ from: '/search' })
  return useCallback(
    (changes: Partial<SearchAddress>) =>
      void navigate({ search: (old) => ({ ...old, ...changes }), resetScroll: false }),
    [navigate],
  )
}
