import type { TaskForce } from '@vigil/contract/schemas'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { CoChairs } from './co-chairs.tsx'
import { Duties } from './duties.tsx'
import { EnterDialog } from './enter-dialog.tsx'
import { Glass } from './glass.tsx'
import { Profile } from './profile.tsx'
import { useTaskForces } from './queries.ts'
import styles from './task-force.module.css'

/** Who co-chairs, who acts for whom, and how the work is divided. */
export function TaskForcePage() {
  return (
    <Messages area="taskforce">
      <TaskForces />
    </Messages>
  )
}

function TaskForces() {
  const say = useSay()
  const mayEnter = useMay('taskforce.seat')
  const maySeeGlass = useMay('glass.read')
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useTaskForces()
  return (
    <Page
      title={say('taskforce.title')}
      lead={say('taskforce.lead')}
      actions={mayEnter && <Button onPress={() => setOpen(true)}>{say('cochairs.enter')}</Button>}
    >
      {isOpen && <EnterDialog onClose={() => setOpen(false)} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <Operations taskForces={data.taskForces} />}
      {data && <Duties duties={data.duties} />}
      {maySeeGlass && <Glass />}
    </Page>
  )
}

function Operations({ taskForces }: { taskForces: readonly TaskForce[] }) {
  const say = useSay()
  if (taskForces.length > 0) {
    return taskForces.map((one) => <Operation key={one.operation} taskForce={one} />)
  }
  return <EmptyState title={say('taskforce.none')}>{say('taskforce.none.help')}</EmptyState>
}

function Operation({ taskForce }: { taskForce: TaskForce }) {
  const say = useSay()
  return (
    <Section title={say('taskforce.operation', { operation: taskForce.operation })}>
      <div className={styles['parts']}>
        <CoChairs taskForce={taskForce} />
        <Profile taskForce={taskForce} />
      </div>
    </Section>
  )
}
