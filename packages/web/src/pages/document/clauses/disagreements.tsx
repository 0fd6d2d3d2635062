import type { RenditionAnnotation } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { Note } from '../../../components/note.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { Codes } from './codes.tsx'
import styles from './clauses-view.module.css'
import type { ClauseItem } from './items.ts'
import { nameClause } from './name-clause.ts'

interface DisagreementsProps {
  readonly annotation: RenditionAnnotation
  readonly items: readonly ClauseItem[]
}

/** Where people and a newer reader say different things, and corrections that find no place any more. */
export function Disagreements({ annotation, items }: DisagreementsProps) {
  const say = useSay()
  const { differences, unplaced } = annotation
  const newer = differences.filter(({ madeOn, readBy }) => madeOn < readBy)
  const nameOf = (eid: string) => {
    const item = items.find(({ clause }) => clause.eid === eid || clause.paragraph === eid)
    return item?.clause.eid === eid ? nameClause(item, say) : (item?.label ?? eid)
  }
  if (newer.length + unplaced.length === 0) return null
  return (
    <Note tone="pending">
      {newer.length > 0 && <p>{say('clauses.differ', { count: newer.length })}</p>}
      <ul className={styles['differences']}>
        {newer.map(({ eid, field, person, reader }) => (
          <li key={`${eid}/${field}`}>
            <Link
              to="."
              params={(old) => ({ ...old, eid })}
              search={(old) => old}
              replace
              resetScroll={false}
            >
              {nameOf(eid)}
            </Link>{' '}
            · {say(`clauseField.${field}`)}: <Codes field={field} codes={person} /> (
            {say('clauses.differ.person')}), <Codes field={field} codes={reader} /> (
            {say('clauses.differ.reader')})
          </li>
        ))}
      </ul>
      {unplaced.length > 0 && <p>{say('clauses.unplaced', { count: unplaced.length })}</p>}
      <ul className={styles['differences']}>
        {unplaced.map(({ correction, text }) => (
          <li key={correction}>{text}</li>
        ))}
      </ul>
    </Note>
  )
}
