import type { Document, Rendition, RenditionAnnotation } from '@vigil/contract/schemas'
import type { Paragraph, PlacedCitation } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Section } from '../../../components/section.tsx'
import { Table } from '../../../components/table.tsx'
import { Tag } from '../../../components/tag.tsx'
import { Messages } from '../../../i18n/messages.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useAnnotation } from '../clauses/queries.ts'
import { Toolbar } from '../toolbar.tsx'
import type { DocumentPlace } from '../use-document-place.ts'
import { Doubt, SymbolLink } from './citation-links.tsx'
import { CitationPicture } from './citation-picture.tsx'
import { type CitedDocument, citedDocuments, type CitedPlace, doubtful } from './cited.ts'
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
  if (data.citations.length === 0) return <EmptyState title={say('citations.none')} />
  const { paragraphList } = rendition
  const cited = citedDocuments(data.citations, paragraphList)
  return (
    <>
      <ToBeLookedAt open={doubtful(data.citations)} held={data.held} paragraphs={paragraphList} />
      {cited.length > 0 && (
        <Section
          title={say('citations.count', { count: cited.flatMap((one) => one.symbols).length })}
        >
          <div className={styles['layout']}>
            <CitedTable cited={cited} held={data.held} />
            <CitationPicture symbol={symbol} cited={cited} />
          </div>
        </Section>
      )}
    </>
  )
}

type Held = RenditionAnnotation['held']

interface ToBeLookedAtProps {
  readonly open: readonly PlacedCitation[]
  readonly held: Held
  readonly paragraphs: readonly Paragraph[]
}

/** What a person should decide comes before what is certain. */
function ToBeLookedAt({ open, held, paragraphs }: ToBeLookedAtProps) {
  const say = useSay()
  if (open.length === 0) return null
  return (
    <Section title={say('citations.doubtful', { count: open.length })}>
      <ul className={styles['open']}>
        {open.map((citation) => (
          <li key={`${citation.eid}/${citation.at}`}>
            <Place
              eid={citation.eid}
              label={paragraphs.find(({ eid }) => eid === citation.eid)?.label ?? null}
              paragraph={null}
            />{' '}
            <q>{citation.words}</q> <Doubt citation={citation} held={held} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface CitedTableProps {
  readonly cited: readonly CitedDocument[]
  readonly held: Held
}

function CitedTable({ cited, held }: CitedTableProps) {
  const say = useSay()
  return (
    <Table
      caption={say('citations.table')}
      className={styles['table']}
      head={
        <tr>
          <th scope="col">{say('citations.column.cited')}</th>
          <th scope="col">{say('citations.column.places')}</th>
        </tr>
      }
    >
      {cited.map((one) => (
        <tr key={one.committee ?? one.symbols[0]}>
          <th scope="row">
            {one.committee !== null && (
              <span className={styles['committee']}>
                {say('citations.committee', { committee: one.committee })}
              </span>
            )}
            <span className={styles['symbols']}>
              {one.symbols.map((symbol) => (
                <SymbolLink key={symbol} symbol={symbol} words={symbol} held={held} />
              ))}
              {one.symbols.some((symbol) => held.some((here) => here.symbol === symbol)) && (
                <Tag icon="check">{say('citations.held')}</Tag>
              )}
            </span>
          </th>
          <td>
            <span className={styles['places']}>
              {one.places.map((place) => (
                <Place key={`${place.eid}/${place.paragraph ?? ''}`} {...place} />
              ))}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** Where something is cited, as a link to that paragraph of the text. */
function Place({ eid, label, paragraph }: CitedPlace) {
  const say = useSay()
  return (
    <Link
      to="."
      params={(old) => ({ ...old, eid })}
      search={(old) => ({ ...old, view: undefined })}
    >
      {label === null ? say('citations.place.unnumbered') : say('citations.place', { label })}
      {paragraph !== null && ` → ${say('citations.paragraph', { paragraph })}`}
    </Link>
  )
}
