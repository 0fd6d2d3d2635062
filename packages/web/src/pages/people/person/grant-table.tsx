import type { HeldGrant } from '@vigil/contract/schemas'
import { Button } from '../../../components/button.tsx'
import { Table } from '../../../components/table.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useFormats } from '../../documents/parts/use-formats.ts'
import { type Standing, standingOf } from '../parts/standing.ts'
import { today } from '../parts/today.ts'
import { useGrantWords } from '../parts/use-grant-words.ts'
import styles from './grant-table.module.css'

interface GrantTableProps {
  readonly grants: readonly HeldGrant[]
  /** Undefined where the reader may take nothing away. */
  readonly onTake: ((grant: HeldGrant) => void) | undefined
}

const COLUMNS = ['role', 'place', 'days', 'given', 'state'] as const

/** Every role somebody has or had: where, how long, by whom. */
export function GrantTable({ grants, onTake }: GrantTableProps) {
  const say = useSay()
  return (
    <Table
      caption={say('grants.column.role')}
      className={styles['table']}
      head={
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`grants.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {grants.map((grant) => (
        <Row key={grant.id} grant={grant} onTake={onTake} />
      ))}
    </Table>
  )
}

const TONES = {
  inForce: ['verified', 'circle-check'],
  coming: ['pending', 'calendar'],
  past: ['neutral', 'circle-minus'],
  taken: ['neutral', 'circle-x'],
} as const satisfies Record<Standing, readonly [string, string]>

interface RowProps extends Pick<GrantTableProps, 'onTake'> {
  readonly grant: HeldGrant
}

function Row({ grant, onTake }: RowProps) {
  const say = useSay()
  const { placeOf, daysOf } = useGrantWords()
  const { formatDay } = useFormats()
  const standing = standingOf(grant, today())
  const [tone, icon] = TONES[standing]
  const given = formatDay(grant.grantedAt)
  const role = say(`role.${grant.role}`)
  const isOpen = standing === 'inForce' || standing === 'coming'
  return (
    <tr>
      <th scope="row">{role}</th>
      <td>{placeOf(grant)}</td>
      <td>{daysOf(grant)}</td>
      <td>
        {grant.grantedBy
          ? say('grants.given.by', { day: given, name: grant.grantedBy.name })
          : say('grants.given.machine', { day: given })}
      </td>
      <td>
        <div className={styles['state']}>
          <Tag tone={tone} icon={icon}>
            {say(`grants.state.${standing}`)}
          </Tag>
          {grant.endedAt !== null && say('grants.state.takenAt', { day: formatDay(grant.endedAt) })}
          {isOpen && onTake && (
            <Button
              size="s"
              icon="x"
              label={say('grants.take.label', { role })}
              onPress={() => onTake(grant)}
            >
              {say('grants.take')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}
