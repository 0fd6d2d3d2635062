import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Page } from '../../components/page.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import type { LogAddress } from './address.ts'
import { DisclosuresView } from './disclosures-view.tsx'
import { EntriesView } from './entries-view.tsx'
import { LogTabs } from './log-tabs.tsx'
import { TakeLog } from './take-log.tsx'

/** The log for those who oversee: who did or saw what, and nothing of it. */
export function LogPage() {
  return (
    <Messages area="oversight">
      <Log />
    </Messages>
  )
}

function Log() {
  const say = useSay()
  const address = useSearch({ from: '/log' })
  const change = useChangeAddress()
  const { view } = address
  const hasEntries = view !== 'disclosures'
  return (
    <Page
      title={say('log.title')}
      lead={say('log.lead')}
      actions={hasEntries && <TakeLog address={address} />}
    >
      <LogTabs current={view} address={address} />
      {view === 'disclosures' && <DisclosuresView address={address} onAddress={change} />}
      {hasEntries && <EntriesView address={address} onAddress={change} />}
    </Page>
  )
}

/** What narrows the list down takes no step in the history. */
function useChangeAddress() {
  const navigate = useNavigate({ from: '/log' })
  return useCallback(
    (changes: Partial<LogAddress>) =>
      void navigate({
        search: (old) => ({ ...old, ...changes }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
}
