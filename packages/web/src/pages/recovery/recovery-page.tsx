import type { Recovery, RecoveryCode } from '@vigil/contract/schemas'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { CodeCard } from '../people/parts/code-card.tsx'
import { AskForm } from './ask-form.tsx'
import { useRecoveries } from './queries.ts'
import { RecoveryTable } from './recovery-table.tsx'

/** Opening accounts again whose owners have lost everything to sign in with. */
export function RecoveryPage() {
  return (
    <Messages area="people">
      <Recoveries />
    </Messages>
  )
}

function Recoveries() {
  const say = useSay()
  const { data, error, refetch } = useRecoveries()
  return (
    <Page title={say('recovery.title')} lead={say('recovery.lead')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <Open recoveries={data.recoveries} />}
      <Section title={say('recovery.ask.title')}>
        <AskForm />
      </Section>
    </Page>
  )
}

function Open({ recoveries }: { recoveries: readonly Recovery[] }) {
  const say = useSay()
  const [made, setMade] = useState<RecoveryCode | null>(null)
  const close = () => setMade(null)
  return (
    <Section title={say('recovery.open')}>
      {recoveries.length === 0 ? (
        <EmptyState title={say('recovery.none')} />
      ) : (
        <RecoveryTable recoveries={recoveries} onMade={setMade} />
      )}
      {made && (
        <Dialog
          title={say('recovery.code')}
          isOpen
          isAlert
          onClose={close}
          actions={
            <Button kind="primary" onPress={close}>
              {say('code.close')}
            </Button>
          }
        >
          <CodeCard name={made.recovery.name} code={made.code} expiresAt={made.expiresAt} />
        </Dialog>
      )}
    </Section>
  )
}
