import type { LetterSummary } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { Table } from '../../components/table.tsx'
import { Tag } from '../../components/tag.tsx'
import { useRowKeys } from '../../components/use-row-keys.ts'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import styles from './letter-table.module.css'

const COLUMNS = ['document', 'letter', 'version', 'missing', 'sent'] as const

/** Letters as rows, each opening its draft. J and K move, Enter opens. */
export function LetterTable({ letters }: { letters: readonly LetterSummary[] }) {
  const say = useSay()
  const body = useRowKeys()
  return (
    <Table
      caption={say('letters.table')}
      className={styles['table']}
      bodyRef={body}
      head={
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`letters.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {letters.map((letter) => (
        <Row key={letter.id} letter={letter} />
      ))}
    </Table>
  )
}

function Row({ letter }: { letter: LetterSummary }) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { id, symbol, title, kind, label, envelope, draftLanguage, latest, sent } = letter
  return (
    <tr>
      <td className={styles['document']}>
        <bdi>{symbol ?? title ?? say('documents.noTitle')}</bdi>
      </td>
      <th scope="row">
        <Link
          to="/letters/$letterId"
          params={{ letterId: id }}
          className={styles['link']}
          data-row-link=""
        >
          {say('draft.title', { kind: say(`draftKind.${kind}`), label: label ?? envelope })}
        </Link>
        <span className={styles['more']}>{say(`language.${draftLanguage}`)}</span>
      </th>
      <td>
        {say('letter.version', { version: latest.version })}
        <span className={styles['more']}>
          <bdi>{latest.by.name}</bdi>, {formatTime(latest.at)}
        </span>
      </td>
      <td>{say('letters.missing', { count: latest.missing })}</td>
      <td>
        {sent ? (
          <Tag tone="verified" icon="circle-check">
            {say('letters.sent')}
          </Tag>
        ) : (
          <span className={styles['no']}>{say('letters.notSent')}</span>
        )}
      </td>
    </tr>
  )
}
