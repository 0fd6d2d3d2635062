import type { TaskForce } from '@vigil/contract/schemas'
import { Note } from '../../components/note.tsx'
import { Table } from '../../components/table.tsx'
import { useSay } from '../../i18n/use-say.ts'
import styles from './task-force.module.css'
import { useWords } from './use-words.ts'

/** The dated sets of co-chairs of one operation. */
export function CoChairs({ taskForce }: { taskForce: TaskForce }) {
  const say = useSay()
  const { entityList } = useWords()
  const { coChairs, today } = taskForce
  return (
    <div className={styles['part']}>
      <h3 className={styles['title']}>{say('cochairs.title')}</h3>
      {today.length === 0 ? (
        <Note tone="pending">{say('cochairs.none')}</Note>
      ) : (
        <p>{say('cochairs.today', { entities: entityList(today) })}</p>
      )}
      {coChairs.length > 0 && <Sets sets={coChairs} />}
    </div>
  )
}

function Sets({ sets }: { sets: TaskForce['coChairs'] }) {
  const say = useSay()
  const { entityList, days } = useWords()
  return (
    <Table
      caption={say('cochairs.title')}
      density="compact"
      head={
        <tr>
          <th scope="col">{say('cochairs.column.entities')}</th>
          <th scope="col">{say('column.days')}</th>
        </tr>
      }
    >
      {sets.map((set) => (
        <tr key={set.from}>
          <th scope="row">{entityList(set.entities)}</th>
          <td>{days(set)}</td>
        </tr>
      ))}
    </Table>
  )
}
