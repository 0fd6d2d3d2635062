import type { LeavingReceipt } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { Table } from '../../components/table.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { PaperCheckpoint } from '../log/paper/paper-checkpoint.tsx'
import styles from './leaving.module.css'

interface ReceiptProps {
  readonly receipt: LeavingReceipt
  readonly onDone: () => void
}

/** What passed to whom, by reference, to be printed; with the checkpoint it is a witness of the log. */
export function Receipt({ receipt: { leaving, endedAt, checkpoint }, onDone }: ReceiptProps) {
  const say = useSay()
  const { formatTime } = useFormats()
  const passed = leaving.holdings.filter(({ state }) => state === 'accepted')
  const due = leaving.holdings.filter(({ kind }) => kind.endsWith('_due'))
  return (
    <Page
      title={say('leaving.receipt')}
      meta={[say('leaving.receipt.at', { time: formatTime(endedAt) })]}
      lead={say('leaving.receipt.words', { name: leaving.account.name })}
      actions={
        <>
          <Button kind="primary" icon="printer" onPress={() => window.print()}>
            {say('leaving.receipt.print')}
          </Button>
          <Button onPress={onDone}>{say('leaving.receipt.done')}</Button>
        </>
      }
    >
      {passed.length > 0 && <Passed holdings={passed} />}
      {due.length > 0 && <Due holdings={due} />}
      <PaperCheckpoint checkpoint={checkpoint} />
    </Page>
  )
}

function Passed({ holdings }: { holdings: LeavingReceipt['leaving']['holdings'] }) {
  const say = useSay()
  const { formatTime } = useFormats()
  return (
    <Table
      caption={say('leaving.table')}
      head={
        <tr>
          {(['kind', 'id', 'to'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`leaving.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {holdings.map(({ kind, id, successor, answeredAt }) => (
        <tr key={`${kind} ${id}`}>
          <th scope="row">{say(`leaving.kind.${kind}`)}</th>
          <td className={styles['id']}>{id}</td>
          <td>
            {say('leaving.receipt.accepted', {
              name: successor?.name ?? '',
              time: answeredAt === null ? '' : formatTime(answeredAt),
            })}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Due({ holdings }: { holdings: LeavingReceipt['leaving']['holdings'] }) {
  const say = useSay()
  return (
    <Table
      caption={say('leaving.receipt.due')}
      head={
        <tr>
          {(['kind', 'id'] as const).map((column) => (
            <th key={column} scope="col">
              {say(`leaving.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {holdings.map(({ kind, id }) => (
        <tr key={`${kind} ${id}`}>
          <th scope="row">{say(`leaving.kind.${kind}`)}</th>
          <td className={styles['id']}>{id}</td>
        </tr>
      ))}
    </Table>
  )
}
