import type { Document } from '@vigil/contract/schemas'
import { lazy, Suspense } from 'react'
import { useIntl } from 'react-intl'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { ProblemError } from '../../problem-error.ts'
import { languageToOpen } from '../documents/parts/names.ts'
import { useDocument, useRendition } from '../documents/parts/queries.ts'
import { DocumentFrame } from './document-frame.tsx'
import { Reader } from './read/reader.tsx'
import { RemovedNote } from './removed-note.tsx'
import { useDocumentPlace, type DocumentPlace } from './use-document-place.ts'

const Compare = lazy(async () => {
  const { Compare: component } = await import('./compare/compare.tsx')
  return { default: component }
})

const ClausesView = lazy(async () => {
  const { ClausesView: component } = await import('./clauses/clauses-view.tsx')
  return { default: component }
})

const LettersView = lazy(async () => {
  const { LettersView: component } = await import('./letters/letters-view.tsx')
  return { default: component }
})

const CitationsView = lazy(async () => {
  const { CitationsView: component } = await import('./citations/citations-view.tsx')
  return { default: component }
})

/** One document: read, clause by clause, by its letters and what it cites, or compared with its file. */
export function DocumentPage() {
  return (
    <Messages area="documents">
      <OneDocument />
    </Messages>
  )
}

function OneDocument() {
  const say = useSay()
  const place = useDocumentPlace()
  const { data, error, refetch } = useDocument(place.documentId)
  if (error) {
    return (
      <Page title={say(isUnknown(error) ? 'notFound.title' : 'pageError.title')}>
        <ErrorState
          error={error}
          onRetry={() => void refetch()}
          action={isUnknown(error) ? <ToDocuments /> : undefined}
        />
      </Page>
    )
  }
  if (!data) return <LoadingBars />
  return (
    <DocumentFrame document={data}>
      {data.removedAt === null ? (
        <Text document={data} place={place} />
      ) : (
        <RemovedNote removedAt={data.removedAt} />
      )}
    </DocumentFrame>
  )
}

/** Trying again finds no document that is not there. */
function isUnknown(error: Error): boolean {
  return error instanceof ProblemError && error.problem.status === 404
}

function ToDocuments() {
  const say = useSay()
  return <LinkButton to="/documents">{say('notFound.action')}</LinkButton>
}

function Text({ document, place }: { document: Document; place: DocumentPlace }) {
  const { locale } = useIntl()
  const { address } = place
  const language = languageToOpen(document, [address.language, locale])
  const { data, error, refetch } = useRendition(place.documentId, language)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  const View = address.view === undefined ? Reader : VIEWS[address.view]
  return (
    <Suspense fallback={<LoadingBars />}>
      <View document={document} rendition={data} place={place} />
    </Suspense>
  )
}

/** What draws each view; the text itself is here at once, the others are fetched when opened. */
const VIEWS = {
  compare: Compare,
  clauses: ClausesView,
  letters: LettersView,
  citations: CitationsView,
}
