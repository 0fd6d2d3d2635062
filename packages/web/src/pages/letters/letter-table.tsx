import type { LetterSummary } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { Addressees } from '../../components/addressees.tsx'
import { CardTable } from '../../components/card-table.tsx'
import { Tag } from '../../components/tag.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import styles from './letter-table.module.css'

const COLUMNS = ['document', 'letter', 'addressee', 'version', 'missing', 'sent'] as const

/** Letters as rows, each opening its draft. */
export function LetterTable({ letters }: { letters: readonly LetterSummary[] }) {
  const say = useSay()
  return (
    <CardTable
      caption={say('letters.table')}
      className={styles['table']}
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
    </CardTable>
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
        <Link to="/letters/$letterId" params={{ letterId: id }} data-row-link="">
          {say('draft.title', { kind: say(`draftKind.${kind}`), label: label ?? envelope })}
        </Link>
        <span className={styles['more']}>{say(`language.${draftLanguage}`)}</span>
      </th>
      <td className={styles['addressee']}>
        <Addressees codes={letter.addressees} />
      </td>
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
