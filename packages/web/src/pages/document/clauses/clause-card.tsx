import type { RenditionAnnotation } from '@vigil/contract/schemas'
import type { CorrectedClause } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Docket } from '../../../components/docket.tsx'
import { Icon } from '../../../components/icon.tsx'
import { type Say, useSay } from '../../../i18n/use-say.ts'
import { CitationLinks } from '../citations/citation-links.tsx'
import type { DocumentPlace } from '../use-document-place.ts'
import { ClauseTools } from './clause-tools.tsx'
import { Codes } from './codes.tsx'
import styles from './clause-list.module.css'
import type { ClauseItem } from './items.ts'

interface ClauseCardProps {
  readonly item: ClauseItem
  readonly annotation: RenditionAnnotation
  readonly place: DocumentPlace
}

/** Whom one clause speaks to, what about, through which message, on which basis; and the way to put it right. */
export function ClauseCard({ item, annotation, place }: ClauseCardProps) {
  const say = useSay()
  const { clause, isView } = item
  const next = annotation.clauses.find(
    ({ paragraph, at }) => paragraph === clause.paragraph && at > clause.at,
  )
  return (
    <ClauseTools
      key={clause.eid}
      item={item}
      hasNext={next !== undefined}
      place={place}
      language={annotation.language}
    >
      <Docket
        rows={[
          ...(isView ? [[say('clauses.view'), say('clauses.view.what')] as const] : []),
          ...wayOf(clause, annotation, say),
          ...aboutOf(clause, say),
          ...basisOf(clause, annotation, say),
          ...formOf(clause, say),
        ]}
      />
    </ClauseTools>
  )
}

type Row = readonly [string, ReactNode]

interface FieldProps {
  readonly clause: CorrectedClause
  readonly field: 'kind' | 'lemma' | 'addressees' | 'violations' | 'themes'
  readonly children?: ReactNode
}

/** What a field says; marked where a person said it. */
function Field({ clause, field, children }: FieldProps) {
  const say = useSay()
  const value = clause[field]
  return (
    <>
      <Codes field={field} codes={typeof value === 'string' ? [value] : value} />
      {children}
      {clause.corrected.includes(field) && (
        <span className={styles['person']}>
          <Icon name="pen-line" size="s" />
          {say('clauses.differ.person')}
        </span>
      )}
    </>
  )
}

/** Whom the clause speaks to, who does the work, and who sends it by which message. */
function wayOf(clause: CorrectedClause, annotation: RenditionAnnotation, say: Say): Row[] {
  const { addresseeWords, implementers } = clause
  const envelope = annotation.envelopes.find(({ eid }) => eid === clause.envelope)
  const rows: Row[] = [
    [
      say('clauseField.addressees'),
      <Field key="addressees" clause={clause} field="addressees">
        {addresseeWords !== null && (
          <span className={styles['words']} lang={annotation.language}>
            {' '}
            “{addresseeWords}”
          </span>
        )}
      </Field>,
    ],
  ]
  if (implementers.length > 0) {
    rows.push([
      say('clause.implementers'),
      <span key="implementers" lang={annotation.language}>
        {implementers.join(' · ')}
      </span>,
    ])
  }
  if (envelope) {
    rows.push([
      say(`carrier.${envelope.carrier}`),
      <Link
        key="envelope"
        to="."
        params={(old) => ({ ...old, eid: envelope.eid })}
        search={(old) => ({ ...old, view: 'letters' })}
      >
        {envelope.addresseeWords ?? say('addressee.unknown')}
      </Link>,
    ])
  }
  return rows
}

/** Violations, themes and manner: what is not there has no line, unless a person took it away. */
function aboutOf(clause: CorrectedClause, say: Say): Row[] {
  const { violations, themes, continuing, urgent, corrected } = clause
  const manner = [urgent && say('clause.urgent'), continuing && say('clause.continuing')]
  const rows: Row[] = []
  if (violations.length > 0 || corrected.includes('violations')) {
    rows.push([
      say('clauseField.violations'),
      <Field key="violations" clause={clause} field="violations" />,
    ])
  }
  if (themes.length > 0 || corrected.includes('themes')) {
    rows.push([say('clauseField.themes'), <Field key="themes" clause={clause} field="themes" />])
  }
  if (continuing || urgent) {
    rows.push([say('clause.manner'), manner.filter((word) => word !== false).join(' · ')])
  }
  return rows
}

function basisOf(clause: CorrectedClause, { held }: RenditionAnnotation, say: Say): Row[] {
  if (clause.citations.length === 0) return []
  return [
    [
      say('clause.citations'),
      <CitationLinks key="citations" citations={clause.citations} held={held} />,
    ],
  ]
}

/** Kind, verb and what Vigil sorts by. */
function formOf(clause: CorrectedClause, say: Say): Row[] {
  return [
    [say('clauseField.kind'), <Field key="kind" clause={clause} field="kind" />],
    [say('clauseField.lemma'), <Field key="lemma" clause={clause} field="lemma" />],
    [say('clause.strength'), <Strength key="strength" strength={clause.strength} />],
  ]
}

const STRENGTHS = [1, 2, 3, 4, 5, 6] as const

/** An aid for sorting, drawn small and called what it is. */
function Strength({ strength }: { strength: number }) {
  const say = useSay()
  return (
    <span className={styles['strength']}>
      <span className={styles['meter']} aria-hidden="true">
        {STRENGTHS.map((step) => (
          <span key={step} className={step <= strength ? styles['full'] : undefined} />
        ))}
      </span>
      {say('clause.strength.value', { strength })}
    </span>
  )
}
