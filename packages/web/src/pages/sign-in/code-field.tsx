import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A code of the authenticator app, or of the sealed sheet. */
export function CodeField({ value, onChange }: CodeFieldProps) {
  const say = useSay()
  return (
    <TextField
      label={say('signIn.code')}
      hint={say('signIn.code.hint')}
      name="code"
      autoComplete="one-time-code"
      isPlain
      maxLength={40}
      value={value}
      onChange={onChange}
    />
  )
}
