import type { DocumentId } from '@vigil/contract/schemas'
import type { DocumentLanguage, Paragraph } from '@vigil/core/documents'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../i18n/use-say.ts'
import styles from './clause-links.module.css'

/** The rendition that a letter takes its words from. */
export interface Conclusions {
  readonly documentId: DocumentId
  readonly language: DocumentLanguage
  readonly paragraphList: readonly Paragraph[]
}

interface ClauseLinksProps {
  readonly source: string | null
  readonly clauses: readonly string[]
  readonly conclusions: Conclusions
}

/** The paragraph that words are made from, and each of its clauses, as links to the conclusions. */
export function ClauseLinks({ source, clauses, conclusions }: ClauseLinksProps) {
  const say = useSay()
  if (source === null) return null
  const { documentId, language, paragraphList } = conclusions
  const paragraph = paragraphList.find(({ eid }) => eid === source)
  const label = paragraph?.label ?? say('citations.place.unnumbered')
  const to = '/documents/$documentId/{-$eid}'
  return (
    <span className={styles['links']}>
      <Link
        to={to}
        params={{ documentId, eid: source }}
        search={{ language, view: clauses.length === 0 ? undefined : 'clauses' }}
        title={paragraph?.text}
      >
        {label}
      </Link>
      {clauses.map((eid) => {
        const number = Number(/\d+$/.exec(eid)?.[0] ?? 1)
        return (
          <Link
            key={eid}
            to={to}
            params={{ documentId, eid }}
            search={{ language, view: 'clauses' }}
            aria-label={say('clause.open', { clause: `${label}.${number}` })}
          >
            .{number}
          </Link>
        )
      })}
    </span>
  )
}
