import type { RenditionAnnotation } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Docket } from '../../../components/docket.tsx'
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

/** What one clause says, to whom, through which message, on which basis; and the way to put it right. */
export function ClauseCard({ item, annotation, place }: ClauseCardProps) {
  const say = useSay()
  const next = annotation.clauses.find(
    ({ paragraph, at }) => paragraph === item.clause.paragraph && at > item.clause.at,
  )
  return (
    <div className={styles['card']}>
      <p className={styles['text']} lang={annotation.language}>
        {item.clause.text}
      </p>
      <Docket
        rows={[
          ...factsOf(item, say),
          ...wayOf(item, annotation, say),
          ...basisOf(item, annotation, say),
        ]}
      />
      {!item.isView && (
        <ClauseTools
          key={item.clause.eid}
          item={item}
          hasNext={next !== undefined}
          place={place}
          language={annotation.language}
        />
      )}
    </div>
  )
}

type Row = readonly [string, ReactNode]

function factsOf({ clause }: ClauseItem, say: Say): Row[] {
  const { kind, strength, lemma, violations, themes, continuing, urgent } = clause
  return [
    [say('clauseField.kind'), say(`clauseKind.${kind}`)],
    [say('clauseField.lemma'), lemma === null ? say('clause.nothing') : say(`verbClass.${lemma}`)],
    [say('clause.strength'), say('clause.strength.value', { strength })],
    [say('clauseField.violations'), <Codes key="v" field="violations" codes={violations} />],
    [say('clauseField.themes'), <Codes key="t" field="themes" codes={themes} />],
    ...(continuing || urgent
      ? [[say('clause.manner'), mannerOf({ continuing, urgent }, say)] as const]
      : []),
  ]
}

function mannerOf({ continuing, urgent }: { continuing: boolean; urgent: boolean }, say: Say) {
  return [urgent && say('clause.urgent'), continuing && say('clause.continuing')]
    .filter((word) => word !== false)
    .join(' · ')
}

/** Who sends it by which message, whom the clause speaks to, and who does the work. */
function wayOf({ clause }: ClauseItem, annotation: RenditionAnnotation, say: Say): Row[] {
  const envelope = annotation.envelopes.find(({ eid }) => eid === clause.envelope)
  const { addressees, addresseeWords, implementers } = clause
  return [
    ...(envelope
      ? [
          [
            say(`carrier.${envelope.carrier}`),
            <Link
              key="envelope"
              to="."
              params={(old) => ({ ...old, eid: envelope.eid })}
              search={(old) => ({ ...old, view: 'letters' })}
            >
              {envelope.addresseeWords ?? say('addressee.unknown')}
            </Link>,
          ] as const,
        ]
      : []),
    [
      say('clauseField.addressees'),
      <>
        <Codes field="addressees" codes={addressees} />
        {addresseeWords !== null && <span className={styles['words']}> “{addresseeWords}”</span>}
      </>,
    ],
    ...(implementers.length > 0
      ? [[say('clause.implementers'), implementers.join(' · ')] as const]
      : []),
  ]
}

function basisOf({ clause }: ClauseItem, annotation: RenditionAnnotation, say: Say): Row[] {
  if (clause.citations.length === 0) return []
  return [
    [
      say('clause.citations'),
      <CitationLinks key="citations" citations={clause.citations} held={annotation.held} />,
    ],
  ]
}
