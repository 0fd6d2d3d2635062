import { Passphrase } from '@vigil/contract/schemas'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { LEAST } from '../sign-in/new-sign-in-fields.tsx'
import { PassphraseField } from '../sign-in/passphrase-field.tsx'
import { Refusal } from '../sign-in/refusal.tsx'
import { usePassphraseChange } from './queries.ts'
import styles from './account.module.css'

/** Takes the passphrase that holds and the one that is to. */
export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const id = useId()
  const { draft, change, isWrong, submit, error, isPending } = useDraft(onClose)
  return (
    <Dialog
      title={say('passphraseChange.action')}
      isOpen
      isAlert
      size="s"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button kind="primary" type="submit" form={id} isPending={isPending}>
            {say('passphraseChange.action')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles['parts']} onSubmit={submit} noValidate>
        {error && <Refusal error={error} />}
        <PassphraseField
          label={say('passphraseChange.current')}
          autoComplete="current-password"
          value={draft.current}
          onChange={(current) => change({ current })}
        />
        <PassphraseField
          label={say('passphraseChange.next')}
          hint={say('setup.passphrase.hint', {
            least: LEAST,
            length: [...draft.passphrase].length,
          })}
          autoComplete="new-password"
          value={draft.passphrase}
          onChange={(passphrase) => change({ passphrase })}
          error={isWrong ? say('setup.passphrase.short', { least: LEAST }) : undefined}
        />
        <p className={styles['words']}>{say('passphraseChange.sessions')}</p>
      </form>
    </Dialog>
  )
}

function useDraft(onClose: () => void) {
  const say = useSay()
  const toasts = useToasts()
  const { mutate, error, isPending } = usePassphraseChange()
  const [draft, setDraft] = useState({ current: '', passphrase: '' })
  const [isWrong, setWrong] = useState(false)
  function submit(event: FormEvent): void {
    event.preventDefault()
    const isFit = Passphrase.safeParse(draft.passphrase).success
    setWrong(!isFit)
    if (!isFit || draft.current === '') return
    mutate(draft, {
      onSuccess: () => {
        toasts.show(say('passphraseChange.done'))
        onClose()
      },
    })
  }
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }))
  return { draft, change, isWrong, submit, error, isPending }
}
