import type { DocumentLanguage } from '@vigil/core/documents'
import { useNavigate, useSearch as useAddress } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { Messages } from '../../i18n/messages.tsx'
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
  return (
    <Messages area="documents">
      <Search />
    </Messages>
  )
}

function Search() {
  const say = useSay()
  const address = useAddress({ from: '/search' })
  const change = useChangeAddress()
  const { words = '' } = address
  return (
    <Page title={say('search.title')}>
      <SearchForm key={words} address={address} onAddress={change} />
      {words === '' ? (
        <EmptyState title={say('search.start')}>
          <p>{say('search.start.help')}</p>
        </EmptyState>
      ) : (
        <Results address={address} words={words} onAddress={change} />
      )}
    </Page>
  )
}

interface ResultsProps {
  readonly address: SearchAddress
  readonly words: string
  readonly onAddress: (changes: Partial<SearchAddress>) => void
}

function Results({ address, words, onAddress }: ResultsProps) {
  const say = useSay()
  const { language, limit = FIRST } = address
  const { data, error, isFetching, refetch } = useSearch({ words, language, limit })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  const { hits, total, documents } = data
  if (hits.length === 0 && documents.length === 0) {
    return <Nothing words={words} language={language} onAddress={onAddress} />
  }
  return (
    <div aria-busy={isFetching}>
      <output className={styles['count']}>
        {say('search.count', { total, words })}{' '}
        {hits.length < total && say('search.count.shown', { shown: hits.length })}
      </output>
      <FoundDocuments documents={documents} />
      <FoundParagraphs hits={hits} words={words} />
      {hits.length < Math.min(total, MOST) && (
        <Button
          isPending={isFetching}
          onPress={() => onAddress({ limit: Math.min(MOST, limit + 2 * FIRST) })}
        >
          {say('search.more')}
        </Button>
      )}
    </div>
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
