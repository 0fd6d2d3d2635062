import type { ShownDuty } from '@vigil/contract/schemas'
import { signatureLine } from '@vigil/core/policy'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { Section } from '../../components/section.tsx'
import { Table } from '../../components/table.tsx'
import { Tag } from '../../components/tag.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useProblemText } from '../documents/parts/use-problem-text.ts'
import { NameDialog } from './name-dialog.tsx'
import { useTaskForceChanges } from './queries.ts'
import styles from './task-force.module.css'
import { useWords } from './use-words.ts'

/** Who acts for whom, now and later. */
export function Duties({ duties }: { duties: readonly ShownDuty[] }) {
  const say = useSay()
  const maySet = useMay('duty.set')
  const [isOpen, setOpen] = useState(false)
  const name = <Button onPress={() => setOpen(true)}>{say('duty.name')}</Button>
  return (
    <Section title={say('duty.title')} aside={maySet && name}>
      <p className={styles['lead']}>{say('duty.lead')}</p>
      {duties.length === 0 ? <p>{say('duty.none')}</p> : <DutyTable duties={duties} />}
      {isOpen && <NameDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

const COLUMNS = ['duty.column.officer', 'column.days', 'duty.column.state'] as const

function DutyTable({ duties }: { duties: readonly ShownDuty[] }) {
  const say = useSay()
  const problemText = useProblemText()
  const { agree, end } = useTaskForceChanges()
  const error = agree.error ?? end.error
  return (
    <>
      <Table
        caption={say('duty.title')}
        className={styles['rows']}
        head={
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        }
      >
        {duties.map((duty) => (
          <Row
            key={duty.id}
            duty={duty}
            onAgree={() => agree.mutate({ params: { dutyId: duty.id } })}
            onEnd={() => end.mutate({ params: { dutyId: duty.id } })}
          />
        ))}
      </Table>
      {error && (
        <Note tone="overdue" isLive>
          {problemText(error)}
        </Note>
      )}
    </>
  )
}

interface RowProps {
  readonly duty: ShownDuty
  readonly onAgree: () => void
  readonly onEnd: () => void
}

function Row({ duty, onAgree, onEnd }: RowProps) {
  const say = useSay()
  const { days } = useWords()
  const { officer, absent } = duty
  const { key, values } = signatureLine({ name: officer, for: absent })
  return (
    <tr>
      <th scope="row">{say(key, values)}</th>
      <td>{days(duty)}</td>
      <td>
        <div className={styles['state']}>
          <Tag
            tone={duty.agreed ? 'verified' : 'pending'}
            icon={duty.agreed ? 'circle-check' : 'calendar'}
          >
            {say(duty.agreed ? 'duty.agreed' : 'duty.waiting')}
          </Tag>
          {duty.mayAgree && (
            <Button size="s" label={say('duty.agree.label', { officer, absent })} onPress={onAgree}>
              {say('duty.agree')}
            </Button>
          )}
          {duty.mayEnd && (
            <Button size="s" label={say('duty.end.label', { officer, absent })} onPress={onEnd}>
              {say('duty.end')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}
