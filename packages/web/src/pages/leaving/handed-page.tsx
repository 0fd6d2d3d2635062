import type { Handed } from '@vigil/contract/schemas'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Entries } from '../account/entries.tsx'
import { HandedEntry } from './handed-entry.tsx'
import { useHanded, useHandedAnswers } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** What people who leave hand to the reader. */
export function HandedPage() {
  return (
    <Messages area="leaving">
      <HandedToYou />
    </Messages>
  )
}

function HandedToYou() {
  const say = useSay()
  const { data, error, refetch } = useHanded()
  const open = data?.items.filter(({ answer }) => answer === null) ?? []
  return (
    <Page
      title={say('handed.title')}
      lead={say('handed.lead')}
      actions={open.length > 1 && <AcceptAll open={open} />}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <List items={data.items} />}
    </Page>
  )
}

function AcceptAll({ open }: { open: readonly Handed[] }) {
  const say = useSay()
  const toasts = useToasts()
  const { accept } = useHandedAnswers()
  const handovers = open.map(({ id }) => id)
  const told = {
    onSuccess: () => toasts.show(say('handed.accepted')),
    onError: toasts.showError,
  }
  return (
    <Button kind="primary" icon="check" onPress={() => accept.mutate({ handovers }, told)}>
      {say('handed.accept.all')}
    </Button>
  )
}

function List({ items }: { items: readonly Handed[] }) {
  const say = useSay()
  const [refused, setRefused] = useState<Handed | null>(null)
  const { refuse } = useHandedAnswers()
  const close = () => setRefused(null)
  if (items.length === 0) return <EmptyState title={say('handed.none')} />
  return (
    <>
      <Entries label={say('handed.title')}>
        {items.map((item) => (
          <HandedEntry key={item.id} item={item} onRefuse={() => setRefused(item)} />
        ))}
      </Entries>
      {refused && (
        <ReasonDialog
          words={{
            title: say('handed.refuse.title'),
            lead: say('handed.refuse.lead'),
            submit: say('handed.refuse'),
            label: say('handed.refuse.reason'),
            missing: say('handed.refuse.missing'),
          }}
          change={refuse}
          onSubmit={(reason) =>
            refuse.mutate({ handovers: [refused.id], reason }, { onSuccess: close })
          }
          onClose={close}
        />
      )}
    </>
  )
}
