import type { Proof } from '@vigil/contract/schemas'
import { type FormEvent, useState } from 'react'
import { canUsePasskeys } from '../../api/passkey.ts'
import type { SignedIn } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { CodeField } from '../../pages/sign-in/code-field.tsx'
import { PassphraseField } from '../../pages/sign-in/passphrase-field.tsx'
import { Refusal } from '../../pages/sign-in/refusal.tsx'
import styles from './prove-form.module.css'

interface ProveFormProps {
  readonly words: string
  readonly action: string
  /** What the person has besides a passphrase. */
  readonly strong: SignedIn['strong']
  /** Whether passphrase, and a code where there is an app, can do it. */
  readonly isPassphraseEnough: boolean
  readonly error: Error | null
  readonly isPending: boolean
  readonly onPasskey: () => void
  readonly onTyped: (typed: Proof) => void
}

/** A passkey, or what can be typed instead. */
export function ProveForm(props: ProveFormProps) {
  const say = useSay()
  const { strong, isPending, onPasskey } = props
  const hasPasskey = strong.includes('passkey') && canUsePasskeys()
  return (
    <div className={styles['parts']}>
      <p>{props.words}</p>
      {props.error && <Refusal error={props.error} />}
      {hasPasskey && (
        <Button kind="primary" icon="shield" isWide isPending={isPending} onPress={onPasskey}>
          {say('signIn.passkey')}
        </Button>
      )}
      {props.isPassphraseEnough && <Typing {...props} isSecond={hasPasskey} />}
    </div>
  )
}

function Typing(props: ProveFormProps & { readonly isSecond: boolean }) {
  const say = useSay()
  const { strong, action, isPending, isSecond, onTyped } = props
  const [passphrase, setPassphrase] = useState('')
  const [code, setCode] = useState('')
  function submit(event: FormEvent): void {
    event.preventDefault()
    // A dialog stands within the page: what is sent here is no form of the page.
    event.stopPropagation()
    if (passphrase !== '') onTyped({ passphrase, ...(code !== '' && { code }) })
  }
  return (
    <form className={styles['parts']} onSubmit={submit} noValidate>
      <PassphraseField
        label={say('signIn.passphrase')}
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
      />
      {strong.length > 0 && <CodeField value={code} onChange={setCode} />}
      <Button kind={isSecond ? 'secondary' : 'primary'} type="submit" isWide isPending={isPending}>
        {action}
      </Button>
    </form>
  )
}
