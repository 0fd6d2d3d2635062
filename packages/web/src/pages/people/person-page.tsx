import type { AccountId, Person } from '@vigil/contract/schemas'
import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Page } from '../../components/page.tsx'
import { TabLink, Tabs } from '../../components/tabs.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { Roles } from './person/roles.tsx'
import { usePeople } from './queries.ts'
import { Rights } from './rights/rights.tsx'

/** Ending an account is rare: its parts are fetched with its tab. */
const Ending = lazy(async () => ({ default: (await import('../leaving/ending.tsx')).Ending }))

/** One person: the roles they have and had, and what these let them do. */
export function PersonPage() {
  const { accountId } = useParams({ from: '/people/$accountId' })
  return (
    <Messages area="people">
      <OnePerson key={accountId} accountId={accountId as AccountId} />
    </Messages>
  )
}

function OnePerson({ accountId }: { accountId: AccountId }) {
  const say = useSay()
  const { data, error, refetch } = usePeople()
  if (error && !data) {
    return (
      <Page title={say('people.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <LoadingBars />
  const person = data.people.find(({ id }) => id === accountId)
  return person ? <Opened person={person} /> : <NotThere />
}

const VIEWS = [undefined, 'rights', 'leaving'] as const

function Opened({ person }: { person: Person }) {
  const say = useSay()
  const { formatDay } = useFormats()
  const { view } = useSearch({ from: '/people/$accountId' })
  const { refetch } = usePeople()
  return (
    <Page
      title={person.name}
      heading={<bdi>{person.name}</bdi>}
      meta={[
        say('people.signsInAs', { name: person.signInName }),
        say('people.since', { day: formatDay(person.createdAt) }),
        ...(person.secondOf ? [say('people.secondOf', { name: person.secondOf.name })] : []),
      ]}
      actions={<LinkButton to="/people">{say('people.back')}</LinkButton>}
    >
      <Tabs label={say('people.views')}>
        {VIEWS.map((one) => (
          <TabLink key={one ?? 'roles'} to="." isCurrent={view === one} search={{ view: one }}>
            {say(`people.view.${one ?? 'roles'}`)}
          </TabLink>
        ))}
      </Tabs>
      {view === undefined && <Roles person={person} />}
      {view === 'rights' && <Rights person={person} />}
      {view === 'leaving' && (
        <Suspense fallback={<LoadingBars />}>
          <Ending person={person} onEnded={() => void refetch()} />
        </Suspense>
      )}
    </Page>
  )
}

function NotThere() {
  const say = useSay()
  return (
    <Page title={say('people.title')}>
      <EmptyState
        title={say('people.unknown')}
        action={<LinkButton to="/people">{say('people.back')}</LinkButton>}
      >
        <p>{say('people.unknown.help')}</p>
      </EmptyState>
    </Page>
  )
}
