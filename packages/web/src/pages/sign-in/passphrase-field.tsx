import { type ReactNode, type Ref, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'

interface PassphraseFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly ref?: Ref<HTMLInputElement>
}

/** A passphrase, hidden until one asks to see it: what cannot be seen is hard to type at length. */
export function PassphraseField(props: PassphraseFieldProps) {
  const say = useSay()
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      name="password"
      type={isShown ? 'text' : 'password'}
      isPlain
      isRequired
      after={
        <Button onPress={() => setShown(!isShown)} icon="eye">
          {say(isShown ? 'passphrase.hide' : 'passphrase.show')}
        </Button>
      }
    />
  )
}
