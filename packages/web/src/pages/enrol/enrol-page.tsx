import { Enrolment } from '@vigil/contract/schemas'
import { CODE_DIGITS, readCode } from '@vigil/core/enrolment'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useEnrol } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Door } from '../sign-in/door.tsx'
import styles from '../sign-in/door.module.css'
import { NewSignInFields } from '../sign-in/new-sign-in-fields.tsx'
import { Refusal } from '../sign-in/refusal.tsx'
import { useWait } from '../sign-in/use-wait.ts'

/** Where an invited person comes in: by the code, with a name and a passphrase of their own choice. */
export function EnrolPage() {
  return (
    <Messages area="people">
      <Enrol />
    </Messages>
  )
}

function Enrol() {
  const say = useSay()
  const form = useEnrolForm()
  const wait = useWait(form.error)
  return (
    <Door title={say('enrol.title')}>
      <p className={styles['lead']}>{say('enrol.lead')}</p>
      {form.error && <Refusal error={form.error} />}
      <form className={styles['form']} onSubmit={form.submit} noValidate>
        <Fields form={form} />
        <Button
          kind="primary"
          size="l"
          type="submit"
          isWide
          isPending={form.isPending}
          unavailable={wait > 0 ? say('signIn.wait', { seconds: wait }) : undefined}
        >
          {wait > 0 ? say('signIn.wait', { seconds: wait }) : say('enrol.save')}
        </Button>
      </form>
      <LinkButton to="/sign-in">{say('enrol.signIn')}</LinkButton>
    </Door>
  )
}

function Fields({ form }: { form: ReturnType<typeof useEnrolForm> }) {
  const say = useSay()
  const { draft, change, wrong } = form
  return (
    <>
      <TextField
        label={say('enrol.code')}
        hint={say('enrol.code.hint')}
        autoComplete="off"
        isPlain
        isRequired
        maxLength={100}
        value={draft.code}
        onChange={(code) => change({ code })}
        error={wrong.has('code') ? say('enrol.code.wrong', { digits: CODE_DIGITS }) : undefined}
      />
      <NewSignInFields draft={draft} wrong={wrong} onChange={change} />
    </>
  )
}

function useEnrolForm() {
  const navigate = useNavigate()
  const { mutate, error, isPending, reset } = useEnrol()
  const [draft, setDraft] = useState({ code: '', signInName: '', passphrase: '' })
  const [wrong, setWrong] = useState<ReadonlySet<PropertyKey>>(new Set())
  function submit(event: FormEvent): void {
    event.preventDefault()
    const asked = Enrolment.safeParse(draft)
    const faults = new Set(asked.error?.issues.map(({ path }) => path[0] ?? ''))
    if (readCode(draft.code) === null) faults.add('code')
    setWrong(faults)
    reset()
    if (!asked.success || faults.size > 0) return
    mutate(asked.data, { onSuccess: () => void navigate({ to: '/', replace: true }) })
  }
  return {
    draft,
    change: (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part })),
    wrong,
    submit,
    error,
    isPending,
  }
}
