import type { Document, Rendition, RenditionAnnotation } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Section } from '../../../components/section.tsx'
import { Messages } from '../../../i18n/messages.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useAnnotation } from '../clauses/queries.ts'
import { Toolbar } from '../toolbar.tsx'
import type { DocumentPlace } from '../use-document-place.ts'
import { CitationLinks, SymbolLink } from './citation-links.tsx'
import { CitationPicture } from './citation-picture.tsx'
import { type CitedDocument, citedDocuments, doubtful } from './cited.ts'
import styles from './citations.module.css'

interface CitationsViewProps {
  readonly document: Document
  readonly rendition: Rendition
  readonly place: DocumentPlace
}

/** What a document rests on: every document it cites, where, and how often. */
export function CitationsView({ document, rendition, place }: CitationsViewProps) {
  return (
    <Messages area="clauses">
      <Toolbar document={document} language={rendition.language} address={place.address} />
      <Cited rendition={rendition} symbol={document.symbol} />
    </Messages>
  )
}

interface CitedProps {
  readonly rendition: Rendition
  readonly symbol: string | null
}

function Cited({ rendition, symbol }: CitedProps) {
  const say = useSay()
  const { data, error, refetch } = useAnnotation(rendition)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  const cited = citedDocuments(data.citations, rendition.paragraphList)
  const open = doubtful(data.citations)
  if (data.citations.length === 0) return <EmptyState title={say('citations.none')} />
  return (
    <>
      {open.length > 0 && (
        <Section title={say('citations.doubtful')}>
          <CitationLinks citations={open} held={data.held} />
        </Section>
      )}
      <Section title={say('citations.count', { count: cited.length })}>
        <CitationPicture symbol={symbol} cited={cited} />
        <List cited={cited} held={data.held} />
      </Section>
    </>
  )
}

interface ListProps {
  readonly cited: readonly CitedDocument[]
  readonly held: RenditionAnnotation['held']
}

function List({ cited, held }: ListProps) {
  const say = useSay()
  return (
    <ul className={styles['citations']}>
      {cited.map(({ symbol, places }) => (
        <li key={symbol} className={styles['cited']}>
          <SymbolLink symbol={symbol} words={symbol} held={held} />{' '}
          <span className={styles['places']}>
            {places.map(({ eid, label, paragraph }) => (
              <Link
                key={`${eid}/${paragraph ?? ''}`}
                to="."
                params={(old) => ({ ...old, eid })}
                search={(old) => ({ ...old, view: undefined })}
              >
                {label === null
                  ? say('citations.place.unnumbered')
                  : say('citations.place', { label })}
                {paragraph !== null && ` → ${say('citations.paragraph', { paragraph })}`}
              </Link>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
