import type { Document, Rendition, RenditionAnnotation } from '@vigil/contract/schemas'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Messages } from '../../../i18n/messages.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useScrollToParagraph } from '../read/places.ts'
import { Toolbar } from '../toolbar.tsx'
import type { DocumentPlace } from '../use-document-place.ts'
import { ClauseFilters } from './clause-filters.tsx'
import { ClauseList } from './clause-list.tsx'
import { ClauseText } from './clause-text.tsx'
import styles from './clauses-view.module.css'
import { Disagreements } from './disagreements.tsx'
import { fits, toItems } from './items.ts'
import { useAnnotation } from './queries.ts'
import { useClauseKeys } from './use-clause-keys.ts'

const History = lazy(async () => {
  const { History: component } = await import('./history.tsx')
  return { default: component }
})

interface ClausesViewProps {
  readonly document: Document
  readonly rendition: Rendition
  readonly place: DocumentPlace
}

/** A document clause by clause: who is asked to do what, how strongly, on which basis. */
export function ClausesView(props: ClausesViewProps) {
  const { document, rendition, place } = props
  return (
    <Messages area="clauses">
      <Toolbar document={document} language={rendition.language} address={place.address} />
      <Annotated rendition={rendition} place={place} />
    </Messages>
  )
}

function Annotated({ rendition, place }: Omit<ClausesViewProps, 'document'>) {
  const say = useSay()
  const { data, error, refetch } = useAnnotation(rendition)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  if (data.clauses.length + data.views.length === 0) {
    return (
      <EmptyState title={say('clauses.none')}>
        <p>{say('clauses.none.help')}</p>
      </EmptyState>
    )
  }
  return <Working annotation={data} rendition={rendition} place={place} />
}

interface WorkingProps extends Omit<ClausesViewProps, 'document'> {
  readonly annotation: RenditionAnnotation
}

function Working({ annotation, rendition, place }: WorkingProps) {
  const say = useSay()
  const { eid, address } = place
  const { paragraphList: paragraphs, language } = rendition
  const items = useMemo(() => toItems(annotation, paragraphs), [annotation, paragraphs])
  const fitting = items.filter(({ clause }) => fits(clause, address))
  const [isHistory, setHistory] = useState(false)
  useScrollToParagraph(eid, language)
  useClauseKeys(fitting, place)
  return (
    <>
      <div className={styles['bar']}>
        <ClauseFilters items={items} place={place} />
        <output className={styles['count']}>
          {say('clauses.count', { shown: fitting.length, all: items.length })}
        </output>
        <Button kind="quiet" size="s" icon="history" onPress={() => setHistory(!isHistory)}>
          {say('clauses.history')}
        </Button>
      </div>
      <Disagreements annotation={annotation} />
      {isHistory && (
        <Suspense fallback={<LoadingBars />}>
          <History rendered={rendition} onClose={() => setHistory(false)} />
        </Suspense>
      )}
      <div className={styles['layout']}>
        <ClauseText
          paragraphs={paragraphs}
          language={language}
          items={items}
          fitting={new Set(fitting.map(({ clause }) => clause.eid))}
          currentEid={eid}
        />
        <ClauseList items={fitting} annotation={annotation} place={place} />
      </div>
    </>
  )
}
