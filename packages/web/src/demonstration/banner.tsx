import {
  DEMONSTRATION_PASSPHRASE,
  DemonstrationPerson,
  PEOPLE,
  signInNameOf,
} from '@vigil/core/demonstration'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { sessionQuery } from '../api/session.ts'
import { Messages } from '../i18n/messages.tsx'
import { useSay } from '../i18n/use-say.ts'
import { callDemonstration } from './calls.ts'
import styles from './banner.module.css'

/** Says on every page that nothing here is real, and lets whoever looks around be somebody else. */
export function DemonstrationBanner() {
  return (
    <Messages area="demonstration">
      <Banner />
    </Messages>
  )
}

function Banner() {
  const say = useSay()
  return (
    <aside className={styles['banner']} aria-label={say('demonstration.label')}>
      <p>
        {say('demonstration.words')}{' '}
        <span className={styles['more']}>
          {say('demonstration.passphrase', { passphrase: DEMONSTRATION_PASSPHRASE })}
        </span>
      </p>
      <Switch />
    </aside>
  )
}

function Switch() {
  const say = useSay()
  const id = useId()
  const { data: session } = useQuery(sessionQuery())
  const { mutate, isPending } = useMutation({
    mutationFn: (person: DemonstrationPerson) =>
      callDemonstration('switchPerson', { body: { person } }),
    // Nothing that one person fetched stays for the next.
    onSuccess: () => window.location.assign('/'),
  })
  const signedIn = session?.state === 'signedIn' ? session.account.signInName : null
  const current = DemonstrationPerson.options.find((one) => signInNameOf(one) === signedIn)
  return (
    <div className={styles['switch']}>
      <label htmlFor={id}>{say('demonstration.person')}</label>
      <select
        id={id}
        className={styles['people']}
        value={current ?? ''}
        aria-busy={isPending}
        onChange={(event) => {
          const chosen = DemonstrationPerson.safeParse(event.target.value)
          if (chosen.success) mutate(chosen.data)
        }}
      >
        {!current && <option value="">{say('demonstration.nobody')}</option>}
        {DemonstrationPerson.options.map((person) => (
          <option key={person} value={person}>
            {say(`demonstration.person.${person}`)} · {PEOPLE[person].name}
          </option>
        ))}
      </select>
    </div>
  )
}
