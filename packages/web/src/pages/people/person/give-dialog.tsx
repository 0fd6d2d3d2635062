import type { Person } from '@vigil/contract/schemas'
import { useState } from 'react'
import { useSession } from '../../../api/session.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Note } from '../../../components/note.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useProblemText } from '../../documents/parts/use-problem-text.ts'
import { notTaken } from '../parts/standing.ts'
import { today } from '../parts/today.ts'
import { useFaultText } from '../parts/use-fault-text.ts'
import { useGrantWords } from '../parts/use-grant-words.ts'
import { useRoleChanges } from '../queries.ts'
import styles from './give-dialog.module.css'
import { GiveFields } from './give-fields.tsx'
import { emptyFields, excludedBy, readFields } from './give-form.ts'

interface GiveDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Gives somebody roles; what excludes what is said before anything is sent. */
export function GiveDialog({ person, onClose }: GiveDialogProps) {
  const say = useSay()
  const faultText = useFaultText()
  const problemText = useProblemText()
  const { fields, setFields, read, holder, save, give } = useGive({ person, onClose })
  const fault = Array.isArray(read) ? undefined : faultText(read)
  return (
    <Dialog
      title={say('give.title', { name: person.name })}
      isOpen
      size="l"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button kind="primary" isPending={give.isPending} unavailable={fault} onPress={save}>
            {say('give.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p className={styles['lead']}>{say('give.lead')}</p>
        <GiveFields
          fields={fields}
          onFields={setFields}
          excludedBy={(role) => excludedBy(role, fields, holder)}
        />
        {fault !== undefined && fields.roles.length > 0 && (
          <Note tone="pending" isLive>
            {fault}
          </Note>
        )}
        {give.error && (
          <Note tone="overdue" isLive>
            {problemText(give.error)}
          </Note>
        )}
      </form>
    </Dialog>
  )
}

function useGive({ person, onClose }: GiveDialogProps) {
  const [fields, setFields] = useState(() => emptyFields(today()))
  const giver = useSession()?.account.id ?? ''
  const holder = { giver, holder: person.id, held: notTaken(person.grants) }
  const read = readFields(fields, holder)
  const { give } = useRoleChanges()
  const onGiven = useGiven(person)
  const save = () => {
    if (!Array.isArray(read)) return
    give.mutate(
      { accountId: person.id, grants: read },
      {
        onSuccess: (now) => {
          onGiven(now)
          onClose()
        },
      },
    )
  }
  return { fields, setFields, read, holder, save, give }
}

/** Says what was given, with the way to take it back. */
function useGiven(before: Person) {
  const say = useSay()
  const toasts = useToasts()
  const { listWords } = useGrantWords()
  const { take } = useRoleChanges()
  return (now: Person) => {
    const given = now.grants.filter(({ id }) => !before.grants.some((old) => old.id === id))
    const roles = listWords(given.map(({ role }) => say(`role.${role}`)))
    const run = () =>
      void Promise.all(
        given.map(({ id }) => take.mutateAsync({ accountId: now.id, grantId: id })),
      ).then(() => toasts.show(say('give.undone')), toasts.showError)
    toasts.show(say('give.done', { name: now.name, roles }), { label: say('grants.undo'), run })
  }
}
