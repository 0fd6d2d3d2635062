import type { Person, PersonList } from '@vigil/contract/schemas'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { CardTable } from '../../components/card-table.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Note } from '../../components/note.tsx'
import { Page } from '../../components/page.tsx'
import { Tag } from '../../components/tag.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { InviteDialog } from './invite/invite-dialog.tsx'
import { Invited } from './invite/invited.tsx'
import { inForce } from './parts/standing.ts'
import { today } from './parts/today.ts'
import { useGrantWords } from './parts/use-grant-words.ts'
import styles from './people.module.css'
import { usePeople } from './queries.ts'

/** Everybody with an account and what they are here. */
export function PeoplePage() {
  return (
    <Messages area="people">
      <People />
    </Messages>
  )
}

function People() {
  const say = useSay()
  const { data, error, refetch } = usePeople()
  const [isInviting, setInviting] = useState(false)
  const mayInvite = useMay('account.invite')
  return (
    <Page
      title={say('people.title')}
      lead={say('people.lead')}
      actions={
        mayInvite && (
          <Button kind="primary" icon="plus" onPress={() => setInviting(true)}>
            {say('invite.action')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <Found list={data} />}
      {isInviting && data && (
        <InviteDialog people={data.people} onClose={() => setInviting(false)} />
      )}
    </Page>
  )
}

function Found({ list: { people, invitations } }: { list: PersonList }) {
  const say = useSay()
  const held = people.flatMap(({ grants }) => inForce(grants, today()))
  const invited = invitations.filter(({ state }) => state === 'open')
  const all = [...held, ...invited.flatMap(({ grants }) => grants)]
  return (
    <>
      {!all.some(({ role }) => role === 'co_chair') && (
        <Note tone="pending">{say('people.noCoChair')}</Note>
      )}
      <PeopleTable people={people} />
      <Invited invitations={invitations} />
    </>
  )
}

const COLUMNS = ['name', 'roles', 'state'] as const

function PeopleTable({ people }: { people: readonly Person[] }) {
  const say = useSay()
  return (
    <CardTable
      caption={say('people.table')}
      className={styles['table']}
      head={
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`people.column.${column}`)}
            </th>
          ))}
        </tr>
      }
    >
      {people.map((person) => (
        <Row key={person.id} person={person} />
      ))}
    </CardTable>
  )
}

function Row({ person }: { person: Person }) {
  const say = useSay()
  const { daysOf, placeOf } = useGrantWords()
  const held = inForce(person.grants, today())
  return (
    <tr>
      <th scope="row">
        <Link to="/people/$accountId" params={{ accountId: person.id }} data-row-link="">
          <bdi>{person.name}</bdi>
        </Link>
        {person.endedAt === null && (
          <span className={styles['more']}>
            {say('people.signsInAs', { name: person.signInName })}
          </span>
        )}
        {person.secondOf && (
          <span className={styles['more']}>
            {say('people.secondOf', { name: person.secondOf.name })}
          </span>
        )}
      </th>
      <td>
        <ul className={styles['roles']}>
          {held.map((grant) => (
            <li key={grant.id}>
              {say(`role.${grant.role}`)}
              <span className={styles['more']}>
                {placeOf(grant)}; {daysOf(grant)}
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td>
        <StateTag person={person} isActive={held.length > 0} />
      </td>
    </tr>
  )
}

function StateTag({ person, isActive }: { person: Person; isActive: boolean }) {
  const say = useSay()
  const isShut = person.closedAt !== null
  if (isActive && !isShut) {
    return (
      <Tag tone="verified" icon="circle-check">
        {say('people.state.active')}
      </Tag>
    )
  }
  const state = isShut ? (person.endedAt === null ? 'closed' : 'ended') : 'roleless'
  return (
    <Tag tone="neutral" icon={isShut ? 'lock' : 'circle-minus'}>
      {say(`people.state.${state}`)}
    </Tag>
  )
}
