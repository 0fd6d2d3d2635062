import type { Recovery, RecoveryCode } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { Table } from '../../components/table.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import styles from '../people/person/grant-table.module.css'
import { useRecoveryChanges } from './queries.ts'

const COLUMNS = ['account', 'reason', 'agreed', 'state'] as const

interface RecoveryTableProps {
  readonly recoveries: readonly Recovery[]
  readonly onMade: (made: RecoveryCode) => void
}

/** Who agreed to what, until when the owner can object, and what can be done now. */
export function RecoveryTable({ recoveries, onMade }: RecoveryTableProps) {
  const say = useSay()
  return (
    <Table
      caption={say('recovery.open')}
      className={styles['table']}
      head={
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`recovery.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {recoveries.map((recovery) => (
        <Row key={recovery.id} recovery={recovery} onMade={onMade} />
      ))}
    </Table>
  )
}

interface RowProps extends Pick<RecoveryTableProps, 'onMade'> {
  readonly recovery: Recovery
}

function Row({ recovery, onMade }: RowProps) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { name, reason, approvals, state, waitsUntil } = recovery
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>{reason}</td>
      <td>
        {approvals.map((approval) => (
          <div key={approval.at}>
            {say('recovery.approval', {
              name: approval.name,
              role: say(`role.${approval.role}`),
              time: formatTime(approval.at),
            })}
          </div>
        ))}
      </td>
      <td>
        <div className={styles['state']}>
          {say(`recovery.state.${state}`, {
            time: waitsUntil === null ? '' : formatTime(waitsUntil),
          })}
          <Actions recovery={recovery} onMade={onMade} />
        </div>
      </td>
    </tr>
  )
}

function Actions({ recovery: { id, name, state }, onMade }: RowProps) {
  const say = useSay()
  const { showError } = useToasts()
  const { approve, makeCode, withdraw } = useRecoveryChanges()
  return (
    <>
      {state === 'asked' && (
        <Button
          size="s"
          icon="check"
          label={say('recovery.approve.label', { name })}
          isPending={approve.isPending}
          onPress={() => approve.mutate(id, { onError: showError })}
        >
          {say('recovery.approve')}
        </Button>
      )}
      {(state === 'ready' || state === 'handed') && (
        <Button
          size="s"
          icon="refresh-cw"
          label={say('recovery.makeCode.label', { name })}
          isPending={makeCode.isPending}
          onPress={() => makeCode.mutate(id, { onSuccess: onMade, onError: showError })}
        >
          {say('recovery.makeCode')}
        </Button>
      )}
      <Button
        size="s"
        icon="x"
        label={say('recovery.withdraw.label', { name })}
        isPending={withdraw.isPending}
        onPress={() => withdraw.mutate(id, { onError: showError })}
      >
        {say('recovery.withdraw')}
      </Button>
    </>
  )
}
