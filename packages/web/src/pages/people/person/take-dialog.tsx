import type { HeldGrant, Person } from '@vigil/contract/schemas'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Note } from '../../../components/note.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { useProblemText } from '../../documents/parts/use-problem-text.ts'
import { today } from '../parts/today.ts'
import { useRoleChanges } from '../queries.ts'

interface TakeDialogProps {
  readonly person: Person
  readonly grant: HeldGrant
  readonly onClose: () => void
}

/** Asks before a role is taken away; afterwards it can be given back at once. */
export function TakeDialog({ person, grant, onClose }: TakeDialogProps) {
  const say = useSay()
  const problemText = useProblemText()
  const { take, isPending, error } = useTake({ person, grant, onClose })
  const role = say(`role.${grant.role}`)
  return (
    <Dialog
      title={say('grants.take.title', { role, name: person.name })}
      isOpen
      isAlert
      size="s"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button kind="danger" isPending={isPending} onPress={take}>
            {say('grants.take')}
          </Button>
        </>
      }
    >
      <p>{say('grants.take.words')}</p>
      {error && (
        <Note tone="pending" isLive>
          {problemText(error)}
        </Note>
      )}
    </Dialog>
  )
}

function useTake({ person, grant, onClose }: TakeDialogProps) {
  const say = useSay()
  const toasts = useToasts()
  const changes = useRoleChanges()
  const words = { role: say(`role.${grant.role}`), name: person.name }
  const giveBack = () => {
    const { role, operation, regions, entity, until, unStaff } = grant
    const from = grant.from > today() ? grant.from : today()
    const grants = [{ role, operation, regions, entity, from, until, unStaff }]
    // The dialog is gone by then, and with it what it would have listened for.
    changes.give
      .mutateAsync({ accountId: person.id, grants })
      .then(
        () => toasts.show(say('give.done', { name: person.name, roles: words.role })),
        toasts.showError,
      )
  }
  return {
    isPending: changes.take.isPending,
    error: changes.take.error,
    take: () =>
      changes.take.mutate(
        { accountId: person.id, grantId: grant.id },
        {
          onSuccess: () => {
            toasts.show(say('grants.taken', words), { label: say('grants.undo'), run: giveBack })
            onClose()
          },
        },
      ),
  }
}
