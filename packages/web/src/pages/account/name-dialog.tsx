import { describeDevice } from '@vigil/core/factors'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Refusal } from '../sign-in/refusal.tsx'
import styles from './account.module.css'

const LONGEST = 80

interface NameDialogProps {
  readonly title: string
  readonly words?: string
  readonly action: string
  /** As it is called now; a new one is called after this device. */
  readonly name?: string
  readonly change: { readonly error: Error | null; readonly isPending: boolean }
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Asks what a passkey is to be called. */
export function NameDialog(props: NameDialogProps) {
  const say = useSay()
  const form = useId()
  const [name, setName] = useState(props.name ?? nameOfThisDevice())
  const { change, onName, onClose } = props
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <Dialog
      title={props.title}
      isOpen
      isAlert
      size="s"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button kind="primary" type="submit" form={form} isPending={change.isPending}>
            {props.action}
          </Button>
        </>
      }
    >
      <form id={form} className={styles['parts']} onSubmit={submit} noValidate>
        {props.words !== undefined && <p>{props.words}</p>}
        {change.error && <Refusal error={change.error} />}
        <TextField
          label={say('passkeys.name')}
          hint={say('passkeys.name.hint')}
          isRequired
          maxLength={LONGEST}
          value={name}
          onChange={setName}
        />
      </form>
    </Dialog>
  )
}

function nameOfThisDevice(): string {
  const { browser, platform } = describeDevice(navigator.userAgent)
  return [browser, platform].filter((word) => word !== null).join(', ')
}
