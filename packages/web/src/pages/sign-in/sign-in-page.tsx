import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type Session, SignIn } from '@vigil/contract/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { canUsePasskeys } from '../../api/passkey.ts'
import { rememberSession, useSignIn } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { Note } from '../../components/note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { ByProvider } from './by-provider.tsx'
import { CodeField } from './code-field.tsx'
import { Door } from './door.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import { Refusal } from './refusal.tsx'
import { useWait } from './use-wait.ts'
import styles from './door.module.css'

/** A passkey, or name, passphrase and code; and back to where one was. */
export function SignInPage() {
  const say = useSay()
  const { why } = useSearch({ from: '/sign-in' })
  const passphraseInput = useRef<HTMLInputElement>(null)
  const form = useSignInForm(() => passphraseInput.current?.focus())
  const first = useFirstFocus(why !== undefined)
  return (
    <Door title={say('signIn.title')}>
      {why && !form.error && (
        <Note tone="neutral" isLive>
          {say(why === 'left' ? 'signIn.left' : 'signIn.locked')}
        </Note>
      )}
      {form.error && <Refusal error={form.error} />}
      {canUsePasskeys() && <ByPasskey form={form} button={first} />}
      <Typing form={form} passphraseInput={passphraseInput} />
      <ByProvider />
      <LinkButton to="/enrol">{say('signIn.enrol')}</LinkButton>
    </Door>
  )
}

type SignInForm = ReturnType<typeof useSignInForm>

interface ByPasskeyProps {
  readonly form: SignInForm
  readonly button: RefObject<HTMLButtonElement | null>
}

function ByPasskey({ form, button }: ByPasskeyProps) {
  const say = useSay()
  return (
    <>
      <Button
        ref={button}
        kind="primary"
        size="l"
        icon="shield"
        isWide
        isPending={form.isPending}
        onPress={form.enterByPasskey}
      >
        {say('signIn.passkey')}
      </Button>
      <p className={styles['or']}>{say('signIn.or')}</p>
    </>
  )
}

interface TypingProps {
  readonly form: SignInForm
  readonly passphraseInput: RefObject<HTMLInputElement | null>
}

function Typing({ form, passphraseInput }: TypingProps) {
  const say = useSay()
  return (
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
      <CodeField value={form.code} onChange={form.setCode} />
      <Button
        kind={canUsePasskeys() ? 'secondary' : 'primary'}
        size="l"
        type="submit"
        isWide
        isPending={form.isPending}
        unavailable={form.wait > 0 ? say('signIn.wait', { seconds: form.wait }) : undefined}
      >
        {form.wait > 0 ? say('signIn.wait', { seconds: form.wait }) : say('signIn.action')}
      </Button>
    </form>
  )
}

/**
 * Whoever was led here, and did not come by themselves, can go on by one key. To be used outside of the
 * `Door`, which else takes the focus to its title afterwards.
 */
function useFirstFocus(isLed: boolean) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isLed) first.current?.focus()
  }, [isLed])
  return first
}

function useSignInForm(onRefused: () => void) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { to } = useSearch({ from: '/sign-in' })
  const { mutate, error, isPending, reset } = useSignIn()
  const [signInName, setSignInName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState<'signInName' | 'passphrase' | null>(null)
  const wait = useWait(error)
  function onSuccess(session: Session): void {
    rememberSession(client, session)
    // The gate leads on from here to where one was.
    void navigate({ to: '/sign-in', search: { to }, replace: true })
  }
  function enterByPasskey(): void {
    reset()
    mutate('passkey', { onSuccess })
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    const asked = SignIn.safeParse({ signInName, passphrase, ...(code !== '' && { code }) })
    setMissing(passphrase === '' ? 'passphrase' : asked.success ? null : 'signInName')
    reset()
    if (!asked.success) return
    mutate(asked.data, {
      onSuccess,
      onError: () => {
        setPassphrase('')
        setCode('')
        onRefused()
      },
    })
  }
  return {
    signInName,
    setSignInName,
    passphrase,
    setPassphrase,
    code,
    setCode,
    enterByPasskey,
    missing,
    error,
    isPending,
    wait,
    submit,
  }
}
