import type { Document } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { Button } from '../../components/button.tsx'
import { Table } from '../../components/table.tsx'
import { useKeys } from '../../components/use-keys.ts'
import { useSay } from '../../i18n/use-say.ts'
import { useUndoableChanges } from './parts/use-undoable-changes.ts'
import { currentRenditions, knownDates, OWN_NAMES, shortName } from './parts/names.ts'
import { useFormats } from './parts/use-formats.ts'
import styles from './document-table.module.css'

interface TableProps {
  readonly documents: readonly Document[]
  readonly isRemoved: boolean
}

const COLUMNS = ['symbol', 'title', 'kind', 'languages', 'date', 'paragraphs'] as const

/** The documents as a table; on narrow screens each row is a card. J and K move, Enter opens. */
export function DocumentTable({ documents, isRemoved }: TableProps) {
  const say = useSay()
  const body = useRowKeys()
  return (
    <Table
      caption={say('documents.table')}
      className={styles['table']}
      bodyRef={body}
      head={<Head isRemoved={isRemoved} />}
    >
      {documents.map((document) => (
        <Row key={document.id} document={document} isRemoved={isRemoved} />
      ))}
    </Table>
  )
}

function Head({ isRemoved }: { isRemoved: boolean }) {
  const say = useSay()
  return (
    <tr>
      {COLUMNS.map((column) => (
        <th
          key={column}
          scope="col"
          className={styles[column]}
          data-number={column === 'paragraphs' || undefined}
        >
          {say(`documents.column.${column}`)}
        </th>
      ))}
      <th scope="col">{say(isRemoved ? 'documents.column.removed' : 'documents.column.added')}</th>
      {isRemoved && <th scope="col">{say('documents.column.actions')}</th>}
    </tr>
  )
}

function Row({ document, isRemoved }: { document: Document; isRemoved: boolean }) {
  const say = useSay()
  const { formatDay } = useFormats()
  const renditions = currentRenditions(document)
  const paragraphs = Math.max(0, ...renditions.map((rendition) => rendition.paragraphs))
  const moment = isRemoved ? document.removedAt : document.addedAt
  return (
    <tr>
      <td className={styles['symbol']}>
        <bdi>{document.symbol ?? <Missing words={say('documents.noSymbol')} />}</bdi>
      </td>
      <th scope="row" className={styles['title']}>
        <Link
          to="/documents/$documentId/{-$eid}"
          params={{ documentId: document.id, eid: undefined }}
          className={styles['link']}
          data-row-link=""
        >
          {document.title ?? <Missing words={say('documents.noTitleInText')} />}
        </Link>
      </th>
      <td className={styles['kind']}>{say(`kind.${document.kind}`)}</td>
      <td className={styles['languages']}>
        {renditions.map(({ language }) => (
          <span key={language}>
            <bdi lang={language}>{OWN_NAMES[language]}</bdi>
          </span>
        ))}
      </td>
      <td className={styles['date']}>
        <MainDate dates={document.dates} />
      </td>
      <td className={styles['paragraphs']} data-number>
        <span className={styles['figure']}>{paragraphs}</span>
        <span className={styles['phrase']}>
          {say('document.paragraphs', { count: paragraphs })}
        </span>
      </td>
      <td className={styles['added']}>{moment === null ? '' : formatDay(moment)}</td>
      {isRemoved && (
        <td>
          <PutBack document={document} />
        </td>
      )}
    </tr>
  )
}

function Missing({ words }: { words: string }) {
  return <span className={styles['none']}>{words}</span>
}

/** The date that says most about the document. */
function MainDate({ dates }: Pick<Document, 'dates'>) {
  const say = useSay()
  const { formatDay } = useFormats()
  const [first] = knownDates(dates)
  if (!first) return <Missing words={say('documents.noDate')} />
  return (
    <>
      <span className={styles['dateName']}>{say(`date.${first.name}`)}</span>{' '}
      {formatDay(first.date)}
    </>
  )
}

function PutBack({ document }: { document: Document }) {
  const say = useSay()
  const { restore } = useUndoableChanges(document)
  const name = shortName(document) ?? say('documents.noTitle')
  return (
    <div className={styles['action']}>
      <Button
        kind="secondary"
        size="s"
        label={say('documents.putBack.of', { document: name })}
        onPress={restore}
      >
        {say('documents.putBack')}
      </Button>
    </div>
  )
}

/** J and K move the focus from row to row; Enter opens, as on any link. */
function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (by: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
    const at = links.findIndex((link) => link === window.document.activeElement)
    links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useKeys([
    { key: 'j', label: 'documents.keys.next', run: () => move(1) },
    { key: 'k', label: 'documents.keys.previous', run: () => move(-1) },
  ])
  return body
}
