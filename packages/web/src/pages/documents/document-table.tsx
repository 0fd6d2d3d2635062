import type { Document } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { Button } from '../../components/button.tsx'
import { CardTable } from '../../components/card-table.tsx'
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

/** The documents as a table, each row opening one. */
export function DocumentTable({ documents, isRemoved }: TableProps) {
  const say = useSay()
  return (
    <CardTable
      caption={say('documents.table')}
      className={styles['table']}
      head={<Head isRemoved={isRemoved} />}
    >
      {documents.map((document) => (
        <Row key={document.id} document={document} isRemoved={isRemoved} />
      ))}
    </CardTable>
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
  const renditions = currentRenditions(document)
  const paragraphs = Math.max(0, ...renditions.map((rendition) => rendition.paragraphs))
  return (
    <tr className={styles['row']}>
      <td className={styles['symbol']}>
        <bdi>{document.symbol ?? <Missing words={say('documents.noSymbol')} />}</bdi>
      </td>
      <th scope="row" className={styles['title']}>
        <Link
          to="/documents/$documentId/{-$eid}"
          params={{ documentId: document.id, eid: undefined }}
          data-row-link=""
        >
          <Title title={document.title} />
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
      <td className={styles['added']}>
        <Moment document={document} isRemoved={isRemoved} />
      </td>
      {isRemoved && (
        <td>
          <PutBack document={document} />
        </td>
      )}
    </tr>
  )
}

function Title({ title }: Pick<Document, 'title'>) {
  const say = useSay()
  return title === null ? <Missing words={say('documents.noTitleInText')} /> : <bdi>{title}</bdi>
}

function Missing({ words }: { words: string }) {
  return <span className={styles['none']}>{words}</span>
}

/** When it came in, or went. */
function Moment({ document, isRemoved }: { document: Document; isRemoved: boolean }) {
  const say = useSay()
  const { formatDay } = useFormats()
  const moment = isRemoved ? document.removedAt : document.addedAt
  return (
    <>
      <span className={styles['phrase']}>
        {say(isRemoved ? 'documents.column.removed' : 'documents.column.added')}{' '}
      </span>
      {moment === null ? '' : formatDay(moment)}
    </>
  )
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
