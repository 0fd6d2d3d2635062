import { NewAccount } from '@vigil/contract/schemas'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useCreateFirstAccount } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import styles from '../sign-in/door.module.css'
import { Door } from '../sign-in/door.tsx'
import { NewSignInFields } from '../sign-in/new-sign-in-fields.tsx'
import { LookAround } from './look-around.tsx'
import { Refusal } from '../sign-in/refusal.tsx'

/** The first visit: there is nobody yet, and no password that came with the program. */
export function SetupPage() {
  const say = useSay()
  const { draft, change, wrong, submit, error, isPending } = useSetupForm()
  return (
    <Door title={say('setup.title')}>
      <p className={styles['lead']}>{say('setup.lead')}</p>
      {error && <Refusal error={error} />}
      <form className={styles['form']} onSubmit={submit} noValidate>
        <TextField
          label={say('setup.name')}
          hint={say('setup.name.hint')}
          name="name"
          autoComplete="name"
          isRequired
          value={draft.name}
          onChange={(name) => change({ name })}
          error={wrong.has('name') ? say('setup.name.missing') : undefined}
        />
        <NewSignInFields draft={draft} wrong={wrong} onChange={change} />
        <Button kind="primary" size="l" type="submit" isWide isPending={isPending}>
          {say('setup.action')}
        </Button>
      </form>
      <LookAround />
    </Door>
  )
}

function useSetupForm() {
  const navigate = useNavigate()
  const { mutate, error, isPending, reset } = useCreateFirstAccount()
  const [draft, setDraft] = useState({ name: '', signInName: '', passphrase: '' })
  const [wrong, setWrong] = useState<ReadonlySet<PropertyKey>>(new Set())
  function change(part: Partial<typeof draft>): void {
    setDraft((old) => ({ ...old, ...part }))
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    const asked = NewAccount.safeParse(draft)
    setWrong(new Set(asked.error?.issues.map(({ path }) => path[0] ?? '')))
    reset()
    if (asked.success)
      mutate(asked.data, {
        onSuccess: () => void navigate({ to: '/setup/co-chair', replace: true }),
      })
  }
  return { draft, change, wrong, submit, error, isPending }
}
