import type { KeyState } from '@vigil/contract/schemas'
import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Note } from '../../components/note.tsx'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useProblemText } from '../documents/parts/use-problem-text.ts'
import { PassphraseField } from '../sign-in/passphrase-field.tsx'
import { useKeys, useUnlock } from './queries.ts'
import styles from './identities.module.css'

/** Whether the keys are open; a custodian opens them here. */
export function Keys() {
  const say = useSay()
  const { data, error, refetch } = useKeys()
  return (
    <Section title={say('identityKeys.title')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <State keys={data} />}
      {data?.state === 'sealed' && <UnlockForm />}
    </Section>
  )
}

const LOOKS = {
  new: ['pending', 'circle-minus'],
  sealed: ['overdue', 'lock'],
  open: ['verified', 'circle-check'],
} as const

function State({ keys: { state, keys } }: { keys: KeyState }) {
  const say = useSay()
  const [tone, icon] = LOOKS[state]
  return (
    <div role="status" className={styles['state']}>
      <Tag tone={tone} icon={icon}>
        {say(`identityKeys.state.${state}`)}
      </Tag>
      <span>{say(`identityKeys.words.${state}`, { keys })}</span>
    </div>
  )
}

function UnlockForm() {
  const say = useSay()
  const problemText = useProblemText()
  const unlock = useUnlock()
  const [passphrase, setPassphrase] = useState('')
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (passphrase === '' || unlock.isPending) return
    unlock.mutate(passphrase, { onSettled: () => setPassphrase('') })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {unlock.error && (
        <Note tone="overdue" isLive>
          {problemText(unlock.error)}
        </Note>
      )}
      <PassphraseField
        label={say('identityKeys.passphrase')}
        hint={say('identityKeys.passphrase.hint')}
        autoComplete="new-password"
        value={passphrase}
        onChange={setPassphrase}
      />
      <div>
        <Button kind="primary" type="submit" isPending={unlock.isPending}>
          {say('identityKeys.unlock')}
        </Button>
      </div>
    </form>
  )
}
