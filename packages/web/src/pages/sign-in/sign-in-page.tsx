import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { SignIn } from '@vigil/contract/schemas'
import { useSignIn } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { Note } from '../../components/note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Door } from './door.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import { Refusal } from './refusal.tsx'
import { useWait } from './use-wait.ts'
import styles from './door.module.css'

/** Name and passphrase, and back to where one was. */
export function SignInPage() {
  const say = useSay()
  const { why } = useSearch({ from: '/sign-in' })
  const passphraseInput = useRef<HTMLInputElement>(null)
  const form = useSignInForm(() => passphraseInput.current?.focus())
  return (
    <Door title={say('signIn.title')}>
      {why && !form.error && (
        <Note tone="neutral" isLive>
          {say(why === 'left' ? 'signIn.left' : 'signIn.locked')}
        </Note>
      )}
      {form.error && <Refusal error={form.error} />}
      <form className={styles['form']} onSubmit={form.submit} noValidate>
        <TextField
          label={say('signIn.name')}
          name="username"
          autoComplete="username"
          isPlain
          isRequired
          value={form.signInName}
          onChange={form.setSignInName}
          error={form.missing === 'signInName' ? say('signIn.name.missing') : undefined}
        />
        <PassphraseField
          ref={passphraseInput}
          label={say('signIn.passphrase')}
          autoComplete="current-password"
          value={form.passphrase}
          onChange={form.setPassphrase}
          error={form.missing === 'passphrase' ? say('signIn.passphrase.missing') : undefined}
        />
        <Button
          kind="primary"
          size="l"
          type="submit"
          isWide
          isPending={form.isPending}
          unavailable={form.wait > 0 ? say('signIn.wait', { seconds: form.wait }) : undefined}
        >
          {form.wait > 0 ? say('signIn.wait', { seconds: form.wait }) : say('signIn.action')}
        </Button>
      </form>
      <LinkButton to="/enrol">{say('signIn.enrol')}</LinkButton>
    </Door>
  )
}

function useSignInForm(onRefused: () => void) {
  const navigate = useNavigate()
  const { to } = useSearch({ from: '/sign-in' })
  const { mutate, error, isPending, reset } = useSignIn()
  const [signInName, setSignInName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState<'signInName' | 'passphrase' | null>(null)
  const wait = useWait(error)
  function submit(event: FormEvent): void {
    event.preventDefault()
    const asked = SignIn.safeParse({ signInName, passphrase })
    setMissing(passphrase === '' ? 'passphrase' : asked.success ? null : 'signInName')
    reset()
    if (!asked.success) return
    mutate(asked.data, {
      // The gate leads on from here to where one was.
      onSuccess: () => void navigate({ to: '/sign-in', search: { to }, replace: true }),
      onError: () => {
        setPassphrase('')
        onRefused()
      },
    })
  }
  return {
    signInName,
    setSignInName,
    passphrase,
    setPassphrase,
    missing,
    error,
    isPending,
    wait,
    submit,
  }
}
