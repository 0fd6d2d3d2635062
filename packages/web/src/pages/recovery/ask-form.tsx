import { NewRecovery } from '@vigil/contract/schemas'
import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useProblemText } from '../documents/parts/use-problem-text.ts'
import styles from '../people/person/give-dialog.module.css'
import { useRecoveryChanges } from './queries.ts'

const EMPTY = { signInName: '', reason: '' }

/** Asks for the recovery of an account, which is agreeing to it as the first of two. */
export function AskForm() {
  const say = useSay()
  const problemText = useProblemText()
  const { ask } = useRecoveryChanges()
  const [draft, setDraft] = useState(EMPTY)
  const [wrong, setWrong] = useState<ReadonlySet<PropertyKey>>(new Set())
  function submit(event: FormEvent): void {
    event.preventDefault()
    const read = NewRecovery.safeParse(draft)
    setWrong(new Set(read.error?.issues.map(({ path }) => path[0] ?? '')))
    if (read.success) ask.mutate(read.data, { onSuccess: () => setDraft(EMPTY) })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p className={styles['lead']}>{say('recovery.ask.lead')}</p>
      {ask.error && (
        <Note tone="overdue" isLive>
          {problemText(ask.error)}
        </Note>
      )}
      <TextField
        label={say('recovery.ask.signInName')}
        isPlain
        isRequired
        maxLength={63}
        value={draft.signInName}
        onChange={(signInName) => setDraft({ ...draft, signInName })}
        error={wrong.has('signInName') ? say('recovery.ask.signInName.wrong') : undefined}
      />
      <TextField
        label={say('recovery.ask.reason')}
        hint={say('recovery.ask.reason.hint')}
        isRequired
        maxLength={1000}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
        error={wrong.has('reason') ? say('recovery.ask.reason.wrong') : undefined}
      />
      <div>
        <Button kind="primary" type="submit" isPending={ask.isPending}>
          {say('recovery.ask.action')}
        </Button>
      </div>
    </form>
  )
}
