import type { RenditionAnnotation } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Tag } from '../../../components/tag.tsx'
import { ViolationMarks } from '../../../components/violation-marks.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import { ClauseCard } from './clause-card.tsx'
import { ShowAll } from './clause-filters.tsx'
import { KindSample } from './clause-kinds.tsx'
import styles from './clause-list.module.css'
import { addresseesOf, type ClauseItem, kindOf } from './items.ts'
import { nameClause } from './name-clause.ts'
import type { ClauseSteps } from './use-clause-keys.ts'

interface ClauseListProps {
  readonly items: readonly ClauseItem[]
  /** How many of them get through the filters. */
  readonly fitting: number
  /** How many there are without filters. */
  readonly total: number
  readonly annotation: RenditionAnnotation
  readonly place: DocumentPlace
  readonly steps: ClauseSteps
}

/** The clauses one below the other; the current one lies open. */
export function ClauseList(props: ClauseListProps) {
  const { items, annotation, place } = props
  const { eid } = place
  const say = useSay()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const current = eid === undefined ? null : list.current?.querySelector('[aria-current]')
    current?.scrollIntoView({ block: 'nearest' })
    // Who goes along the list stays in it.
    if (list.current?.contains(document.activeElement)) {
      current?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
    }
  }, [eid])
  return (
    <aside className={styles['pane']} aria-label={say('clauses.list')} data-clause-list="">
      <Steps {...props} />
      {items.length === 0 && (
        <EmptyState title={say('actions.noneFits')} action={<ShowAll place={place} />} />
      )}
      <ol ref={list} className={styles['list']}>
        {items.map((item) => {
          const isCurrent = item.clause.eid === eid
          return (
            <li
              key={item.clause.eid}
              className={styles['item']}
              aria-current={isCurrent ? 'true' : undefined}
            >
              <Head item={item} isOpen={isCurrent} />
              {isCurrent && <ClauseCard item={item} annotation={annotation} place={place} />}
            </li>
          )
        })}
      </ol>
    </aside>
  )
}

/** Where one is among them, and the way on. */
function Steps({ items, fitting, total, place, steps }: ClauseListProps) {
  const say = useSay()
  const at = items.findIndex(({ clause }) => clause.eid === place.eid) + 1
  return (
    <div className={styles['steps']}>
      <output className={styles['count']}>
        {at > 0
          ? say('clauses.position', { at, shown: items.length })
          : say('clauses.count', { shown: fitting, all: total })}
      </output>
      <Step icon="chevron-up" label={say('clauses.keys.previous')} step={steps.previous} />
      <Step icon="chevron-down" label={say('clauses.keys.next')} step={steps.next} />
      {at > 0 && (
        <span className={styles['close']}>
          <Button
            kind="quiet"
            size="s"
            icon="x"
            label={say('clause.close')}
            onPress={() => place.goTo(undefined)}
          />
        </span>
      )}
    </div>
  )
}

interface StepProps {
  readonly icon: 'chevron-up' | 'chevron-down'
  readonly label: string
  readonly step: (() => void) | undefined
}

function Step({ icon, label, step }: StepProps) {
  const say = useSay()
  return (
    <Button
      kind="quiet"
      size="s"
      icon={icon}
      label={label}
      unavailable={step === undefined ? say('clauses.noFurther') : undefined}
      onPress={() => step?.()}
    />
  )
}

interface HeadProps {
  readonly item: ClauseItem
  readonly isOpen: boolean
}

/** The open one says below whom it speaks to. */
function Head({ item, isOpen }: HeadProps) {
  const say = useSay()
  const { clause } = item
  const addressees = (isOpen ? [] : addresseesOf(clause)).map((code) => say(`addressee.${code}`))
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
        <KindSample kind={kindOf(item)} />
        <bdi>{nameClause(item, say)}</bdi>
        <span className={styles['verb']}>{clause.verb ?? say(`clauseKind.${clause.kind}`)}</span>
      </Link>
      <ViolationMarks codes={clause.violations} />
      {addressees.length > 0 && (
        <span className={styles['addressee']}>
          <Icon name="arrow-right" size="s" isDirectional />
          {addressees.join(', ')}
        </span>
      )}
      {clause.corrected.length > 0 && (
        <Tag tone="accent" icon="pen-line">
          {say('clause.corrected')}
        </Tag>
      )}
      {clause.reviewed && (
        <Tag tone="verified" icon="circle-check">
          {say('clause.reviewed')}
        </Tag>
      )}
    </div>
  )
}
