import type { LeavingReceipt } from '@vigil/contract/schemas'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Note } from '../../components/note.tsx'
import { Page } from '../../components/page.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useLeave } from '../../shell/use-leave.ts'
import { Case } from './case.tsx'
import styles from './leaving.module.css'
import { useLeaving, useLeavingSteps } from './queries.ts'
import { Receipt } from './receipt.tsx'

/** Somebody leaves of their own accord. */
export function LeavingPage() {
  return (
    <Messages area="people">
      <Messages area="leaving">
        <Leaving />
      </Messages>
    </Messages>
  )
}

function Leaving() {
  const say = useSay()
  const leave = useLeave()
  const { data, error, refetch } = useLeaving(null)
  const [receipt, setReceipt] = useState<LeavingReceipt | null>(null)
  if (receipt) return <Receipt receipt={receipt} onDone={() => leave('left')} />
  return (
    <Page title={say('leaving.title')} lead={say('leaving.lead')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && !data.leaving && <Begin />}
      {data?.leaving && (
        <>
          <Note>{say('leaving.own.words')}</Note>
          <Case
            leaving={data.leaving}
            whose={null}
            words={{
              cancel: say('leaving.stay'),
              cancelled: say('leaving.stayed'),
              end: say('leaving.end'),
              endTitle: say('leaving.end.title'),
              endWords: say('leaving.end.words'),
            }}
            onEnded={setReceipt}
          />
        </>
      )}
    </Page>
  )
}

function Begin() {
  const say = useSay()
  const { showError } = useToasts()
  const { begin } = useLeavingSteps(null)
  return (
    <>
      <p className={styles['words']}>{say('leaving.own.words')}</p>
      <div className={styles['tools']}>
        <Button
          kind="primary"
          isPending={begin.isPending}
          onPress={() => begin.mutate('', { onError: showError })}
        >
          {say('leaving.begin')}
        </Button>
      </div>
    </>
  )
}
