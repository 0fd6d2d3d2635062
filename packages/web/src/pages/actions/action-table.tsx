import type { ListedAction } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { Addressees } from '../../components/addressees.tsx'
import { CardTable } from '../../components/card-table.tsx'
import { Tag } from '../../components/tag.tsx'
import { ViolationMarks } from '../../components/violation-marks.tsx'
import { type Say, useSay } from '../../i18n/use-say.ts'
import { lastNumber } from '../document/clauses/items.ts'
import { nameClause } from '../document/clauses/name-clause.ts'
import { directionOf } from '../documents/parts/names.ts'
import styles from './action-table.module.css'

const COLUMNS = ['place', 'text', 'addressee', 'about'] as const

/** Clauses as rows, each opening in its document. */
export function ActionTable({ actions }: { actions: readonly ListedAction[] }) {
  const say = useSay()
  return (
    <CardTable
      caption={say('actions.table')}
      className={styles['table']}
      head={
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {say(`actions.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {actions.map((action) => (
        <Row key={`${action.documentId}/${action.language}/${action.eid}`} action={action} />
      ))}
    </CardTable>
  )
}

function Row({ action }: { action: ListedAction }) {
  const say = useSay()
  return (
    <tr className={styles['row']}>
      <td className={styles['place']}>
        <bdi>{nameOf(action, say)}</bdi>
        <bdi className={styles['document']}>
          {action.symbol ?? action.title ?? say('documents.noTitle')}
        </bdi>
      </td>
      <th scope="row" className={styles['text']}>
        <Link
          to="/documents/$documentId/{-$eid}"
          params={{ documentId: action.documentId, eid: action.eid }}
          search={{ view: 'clauses', language: action.language }}
          className={styles['link']}
          data-row-link=""
        >
          <span lang={action.language} dir={directionOf(action.language)}>
            {action.text}
          </span>
        </Link>
        <States action={action} />
      </th>
      <td className={styles['addressee']}>
        <Addressees codes={action.addressees} />
      </td>
      <td className={styles['about']}>
        <ViolationMarks codes={action.violations} />
        <span>{action.themes.map((theme) => say(`theme.${theme}`)).join(' · ')}</span>
      </td>
    </tr>
  )
}

/** A view of members is never in the list, and what stands around an unnumbered text is not known here. */
function nameOf({ label, paragraph, eid }: ListedAction, say: Say): string {
  const text = label === null ? lastNumber(paragraph) : null
  return nameClause({ label, text, number: lastNumber(eid), isView: false }, say)
}

/** What a reader should know of it beside its words. */
function States({ action }: { action: ListedAction }) {
  const say = useSay()
  const { urgent, continuing, reviewed, corrected } = action
  if (!urgent && !continuing && !reviewed && !corrected) return null
  return (
    <span className={styles['states']}>
      {urgent && <Tag>{say('clause.urgent')}</Tag>}
      {continuing && <Tag>{say('clause.continuing')}</Tag>}
      {corrected && (
        <Tag tone="accent" icon="pen-line">
          {say('clause.corrected')}
        </Tag>
      )}
      {reviewed && (
        <Tag tone="verified" icon="circle-check">
          {say('clause.reviewed')}
        </Tag>
      )}
    </span>
  )
}
