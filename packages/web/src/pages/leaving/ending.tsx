import type { LeavingReceipt, Person } from '@vigil/contract/schemas'
import { useState } from 'react'
import { useSession } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Note } from '../../components/note.tsx'
import { Section } from '../../components/section.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { Case } from './case.tsx'
import styles from './leaving.module.css'
import { useLeaving, useLeavingSteps } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { Receipt } from './receipt.tsx'

interface EndingProps {
  readonly person: Person
  /** The list of people is to be fetched anew. */
  readonly onEnded: () => void
}

/** An administrator ends the account of somebody who is gone. */
export function Ending({ person, onEnded }: EndingProps) {
  const isOwn = useSession()?.account.id === person.id
  return (
    <Messages area="leaving">
      {isOwn ? <Own /> : <Of key={person.id} person={person} onEnded={onEnded} />}
    </Messages>
  )
}

function Own() {
  const say = useSay()
  return <Note>{say('ending.own')}</Note>
}

function Of({ person, onEnded }: EndingProps) {
  const say = useSay()
  const { formatDay } = useFormats()
  const [receipt, setReceipt] = useState<LeavingReceipt | null>(null)
  if (receipt) return <Receipt receipt={receipt} onDone={onEnded} />
  if (person.endedAt !== null) {
    return <Note>{say('ending.ended', { day: formatDay(person.endedAt) })}</Note>
  }
  return (
    <Section title={say('ending.title')}>
      <p className={styles['words']}>{say('ending.words')}</p>
      <Steps person={person} onReceipt={setReceipt} />
    </Section>
  )
}

interface StepsProps {
  readonly person: Person
  readonly onReceipt: (receipt: LeavingReceipt) => void
}

function Steps({ person, onReceipt }: StepsProps) {
  const say = useSay()
  const { data, error, refetch } = useLeaving(person.id)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingBars />
  const { leaving } = data
  if (leaving === null || leaving.reason === null) {
    return (
      <>
        {leaving && <Note>{say('ending.leaving')}</Note>}
        <Begin person={person} />
      </>
    )
  }
  return (
    <>
      <Note tone="pending">{say('ending.closed', { reason: leaving.reason })}</Note>
      <Case
        leaving={leaving}
        whose={person.id}
        words={{
          cancel: say('ending.cancel'),
          cancelled: say('ending.cancelled'),
          end: say('ending.end'),
          endTitle: say('ending.title'),
          endWords: say('ending.end.words'),
        }}
        onEnded={onReceipt}
      />
    </>
  )
}

function Begin({ person }: { person: Person }) {
  const say = useSay()
  const { begin } = useLeavingSteps(person.id)
  const [isAsking, setAsking] = useState(false)
  return (
    <div className={styles['tools']}>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {say('ending.begin')}
      </Button>
      {isAsking && (
        <ReasonDialog
          words={{
            title: say('ending.begin'),
            lead: say('ending.begin.lead'),
            submit: say('ending.begin'),
            label: say('ending.reason'),
            missing: say('ending.reason.missing'),
          }}
          change={begin}
          onSubmit={(reason) => begin.mutate(reason, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
