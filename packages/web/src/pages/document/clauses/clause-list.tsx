import type { RenditionAnnotation } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Tag } from '../../../components/tag.tsx'
import { ViolationMarks } from '../../../components/violation-marks.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import { ClauseCard } from './clause-card.tsx'
import styles from './clause-list.module.css'
import type { ClauseItem } from './items.ts'
import { nameClause } from './name-clause.ts'

interface ClauseListProps {
  readonly items: readonly ClauseItem[]
  readonly annotation: RenditionAnnotation
  readonly place: DocumentPlace
}

/** The clauses that get through the filters, one below the other; the current one lies open. */
export function ClauseList({ items, annotation, place }: ClauseListProps) {
  const say = useSay()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [place.eid])
  return (
    <aside className={styles['pane']} aria-label={say('clauses.list')}>
      {items.length === 0 && <EmptyState title={say('actions.noneFits')} />}
      <ol ref={list} className={styles['list']}>
        {items.map((item) => {
          const isCurrent = item.clause.eid === place.eid
          return (
            <li
              key={item.clause.eid}
              className={styles['item']}
              aria-current={isCurrent ? 'true' : undefined}
            >
              <Head item={item} />
              {isCurrent && <ClauseCard item={item} annotation={annotation} place={place} />}
            </li>
          )
        })}
      </ol>
    </aside>
  )
}

function Head({ item }: { item: ClauseItem }) {
  const say = useSay()
  const { clause } = item
  return (
    <div className={styles['head']}>
      <Link
        to="."
        params={(old) => ({ ...old, eid: clause.eid })}
        search={(old) => old}
        replace
        resetScroll={false}
        className={styles['name']}
      >
        <bdi>{nameClause(item, say)}</bdi>
        <span className={styles['verb']}>{clause.verb ?? say(`clauseKind.${clause.kind}`)}</span>
      </Link>
      <ViolationMarks codes={clause.violations} />
      {clause.corrected.length > 0 && <Tag icon="pen-line">{say('clause.corrected')}</Tag>}
      {clause.reviewed && <Tag icon="circle-check">{say('clause.reviewed')}</Tag>}
    </div>
  )
}
