import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { PassphraseField } from './passphrase-field.tsx'

/** How long a passphrase is at least, in characters. */
export const LEAST = 15

interface NewSignIn {
  readonly signInName: string
  readonly passphrase: string
}

interface NewSignInFieldsProps {
  readonly draft: NewSignIn
  readonly wrong: ReadonlySet<PropertyKey>
  readonly onChange: (part: Partial<NewSignIn>) => void
}

/** What somebody chooses to sign in with: name and passphrase. */
export function NewSignInFields({ draft, wrong, onChange }: NewSignInFieldsProps) {
  const say = useSay()
  const length = [...draft.passphrase].length
  return (
    <>
      <TextField
        label={say('signIn.name')}
        hint={say('setup.signInName.hint')}
        name="username"
        autoComplete="username"
        isPlain
        isRequired
        value={draft.signInName}
        onChange={(signInName) => onChange({ signInName })}
        error={wrong.has('signInName') ? say('setup.signInName.wrong') : undefined}
      />
      <PassphraseField
        label={say('signIn.passphrase')}
        hint={say('setup.passphrase.hint', { least: LEAST, length })}
        autoComplete="new-password"
        value={draft.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
        error={
          wrong.has('passphrase') ? say('setup.passphrase.short', { least: LEAST }) : undefined
        }
      />
    </>
  )
}
