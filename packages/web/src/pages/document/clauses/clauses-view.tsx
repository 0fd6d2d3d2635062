import type { Document, Rendition, RenditionAnnotation } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { Messages } from '../../../i18n/messages.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { Toolbar } from '../toolbar.tsx'
import type { DocumentPlace } from '../use-document-place.ts'
import { ClauseFilters } from './clause-filters.tsx'
import { ClauseKinds } from './clause-kinds.tsx'
import { ClauseList } from './clause-list.tsx'
import { ClauseText } from './clause-text.tsx'
import styles from './clauses-view.module.css'
import { Disagreements } from './disagreements.tsx'
import { type ClauseItem, fits, toItems } from './items.ts'
import { useAnnotation } from './queries.ts'
import { useClauseKeys, useClauseSteps } from './use-clause-keys.ts'
import { useClausePlace } from './use-clause-place.ts'

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
  const fitting = items.filter((item) => fits(item, address))
  const steps = useClauseSteps({ all: items, fitting }, place)
  const { isOpen, toggle, button } = useHistory()
  useClausePlace(eid, language)
  useClauseKeys(steps)
  return (
    <>
      <Bar items={items} place={place}>
        <Button ref={button} kind="quiet" size="s" icon="history" onPress={toggle}>
          {say('clauses.history')}
        </Button>
      </Bar>
      <Disagreements annotation={annotation} items={items} />
      {isOpen && (
        <Suspense fallback={<LoadingBars />}>
          <History rendered={rendition} paragraphs={paragraphs} onClose={toggle} />
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
        <ClauseList
          // What the address names is open whether it fits or not.
          items={items.filter((item) => fits(item, address) || item.clause.eid === eid)}
          fitting={fitting.length}
          total={items.length}
          annotation={annotation}
          place={place}
          steps={steps}
        />
      </div>
    </>
  )
}

interface BarProps extends Pick<WorkingProps, 'place'> {
  readonly items: readonly ClauseItem[]
  readonly children: ReactNode
}

/** What narrows the clauses down, and the ways on from here. */
function Bar({ items, place, children }: BarProps) {
  const say = useSay()
  return (
    <div className={styles['bar']}>
      <ClauseKinds items={items} place={place} />
      <div className={styles['row']}>
        <ClauseFilters items={items} place={place} />
        <span className={styles['more']}>
          <Link to="/actions" search={{ document: place.documentId }}>
            {say('clauses.toActions')}
          </Link>
          {children}
        </span>
      </div>
    </div>
  )
}

/** Whether the history is open; where it closes, the focus goes back to its button. */
function useHistory() {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const toggle = () => {
    setOpen(!isOpen)
    if (isOpen) button.current?.focus()
  }
  return { isOpen, toggle, button }
}
