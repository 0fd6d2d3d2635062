import type { HeldGrant, Person } from '@vigil/contract/schemas'
import { useState } from 'react'
import { useMay, useSession } from '../../../api/session.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Note } from '../../../components/note.tsx'
import { Section } from '../../../components/section.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { GiveDialog } from './give-dialog.tsx'
import { GrantTable } from './grant-table.tsx'
import { TakeDialog } from './take-dialog.tsx'

/** The roles of a person, with giving and taking away. */
export function Roles({ person }: { person: Person }) {
  const say = useSay()
  const [isGiving, setGiving] = useState(false)
  const [taken, setTaken] = useState<HeldGrant | null>(null)
  const isOwn = useSession()?.account.id === person.id
  const mayGive = useMay('account.grant') && !isOwn
  const mayTake = useMay('account.revoke') && !isOwn
  return (
    <Section
      title={say('grants.title', { name: person.name })}
      aside={
        mayGive && (
          <Button kind="primary" icon="plus" onPress={() => setGiving(true)}>
            {say('give.action')}
          </Button>
        )
      }
    >
      {isOwn && <Note>{say('grants.own')}</Note>}
      {person.grants.length === 0 ? (
        <EmptyState title={say('grants.none')} />
      ) : (
        <GrantTable grants={person.grants} onTake={mayTake ? setTaken : undefined} />
      )}
      {isGiving && <GiveDialog person={person} onClose={() => setGiving(false)} />}
      {taken && <TakeDialog person={person} grant={taken} onClose={() => setTaken(null)} />}
    </Section>
  )
}
