import type { LoggedEntry } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { CardTable } from '../../components/card-table.tsx'
import { Tag } from '../../components/tag.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { LogAddress } from './address.ts'
import styles from './log-table.module.css'
import { nameAction, nameObject, nameReason } from './names.ts'
import { PersonName } from './person-name.tsx'
import { useMoment } from './use-moment.ts'

const COLUMNS = ['at', 'person', 'action', 'object', 'outcome'] as const

interface EntryTableProps {
  readonly entries: readonly LoggedEntry[]
  readonly address: LogAddress
}

/** Entries as rows; a row leads to all that was done with the same record. */
export function EntryTable({ entries, address }: EntryTableProps) {
  const say = useSay()
  return (
    <CardTable
      caption={say('log.table')}
      className={styles['table']}
      head={
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`log.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {entries.map((entry) => (
        <Row key={entry.id} entry={entry} address={address} />
      ))}
    </CardTable>
  )
}

function Row({ entry, address }: { entry: LoggedEntry; address: LogAddress }) {
  const say = useSay()
  const formatMoment = useMoment()
  const { number, at, person, actingFor, action } = entry
  return (
    <tr>
      <td className={styles['at']}>
        <time dateTime={at}>{formatMoment(at)}</time>
        <span className={styles['more']}>
          {number === null ? say('log.unnumbered') : say('log.number', { number })}
        </span>
      </td>
      <td className={styles['person']}>
        <PersonName person={person} />
        {actingFor !== null && (
          <span className={styles['more']}>
            {say('log.actingFor')} <PersonName person={actingFor} />
          </span>
        )}
      </td>
      <th scope="row">{nameAction(action, say)}</th>
      <td className={styles['object']}>
        <ObjectName entry={entry} address={address} />
      </td>
      <td>
        <Outcome entry={entry} />
      </td>
    </tr>
  )
}

function ObjectName({ entry: { object }, address }: { entry: LoggedEntry; address: LogAddress }) {
  const say = useSay()
  if (object === null) return null
  const { type, id } = object
  return (
    <>
      {nameObject(type, say)}
      {id !== null && (
        <Link
          to="/log"
          search={{ ...address, record: id }}
          className={styles['id']}
          data-row-link=""
        >
          <bdi>{id}</bdi>
        </Link>
      )}
    </>
  )
}

/** Whether it was allowed, what for, and how sensitive what was seen is. */
function Outcome({ entry }: { entry: LoggedEntry }) {
  const say = useSay()
  const { decision, reason, purpose, class: sensitivity } = entry
  return (
    <span className={styles['outcome']}>
      {decision === 'refused' && (
        <Tag tone="overdue" icon="circle-x">
          {say('log.refused')}
        </Tag>
      )}
      {reason !== null && <span>{nameReason(reason, say)}</span>}
      {sensitivity !== null && <Tag>{say('log.class', { class: sensitivity })}</Tag>}
      {purpose !== null && <span>{say(`log.purpose.${purpose}`)}</span>}
    </span>
  )
}
