import type { TotpBegun } from '@vigil/contract/schemas'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Refusal } from '../sign-in/refusal.tsx'
import { useAppChanges } from './queries.ts'
import styles from './account.module.css'

/** Shows a new secret to be entered in an app, and takes the first code. */
export function AppDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const id = useId()
  const form = useAppForm(onClose)
  return (
    <Dialog
      title={say('app.add')}
      isOpen
      isAlert
      size="s"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button kind="primary" type="submit" form={id} isPending={form.isPending}>
            {say('app.add.action')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles['parts']} onSubmit={form.submit} noValidate>
        {form.error && <Refusal error={form.error} />}
        {form.begun ? <Secret begun={form.begun} /> : !form.error && <LoadingBars />}
        <TextField
          label={say('app.code')}
          hint={say('app.code.hint')}
          autoComplete="one-time-code"
          isPlain
          isRequired
          maxLength={20}
          value={form.code}
          onChange={form.setCode}
        />
      </form>
    </Dialog>
  )
}

function useAppForm(onClose: () => void) {
  const say = useSay()
  const toasts = useToasts()
  const { begin, confirm } = useAppChanges()
  const [code, setCode] = useState('')
  const { mutate } = begin
  useEffect(() => mutate(), [mutate])
  function submit(event: FormEvent): void {
    event.preventDefault()
    confirm.mutate(code, {
      onSuccess: () => {
        toasts.show(say('app.add.done'))
        onClose()
      },
    })
  }
  const error = begin.error ?? confirm.error
  return { begun: begin.data, code, setCode, submit, error, isPending: confirm.isPending }
}

function Secret({ begun }: { begun: TotpBegun }) {
  const say = useSay()
  return (
    <>
      <p>{say('app.add.words')}</p>
      <p className={styles['secret']} data-testid="secret">
        {begun.secret.match(/.{1,4}/g)?.join(' ')}
      </p>
      <p>
        <a href={begun.uri}>{say('app.add.here')}</a>
      </p>
    </>
  )
}
