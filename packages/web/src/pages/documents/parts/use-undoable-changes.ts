import type { Document } from '@vigil/contract/schemas'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { shortName } from './names.ts'
import { useDocumentChanges } from './queries.ts'

/** Removing with the way back in a toast, and putting back. */
export function useUndoableChanges(document: Document) {
  const say = useSay()
  const toasts = useToasts()
  const changes = useDocumentChanges(document.id)
  const name = shortName(document) ?? say('documents.noTitle')
  const onError = (error: Error) => toasts.showError(error)
  const restore = () =>
    changes.restore.mutate(undefined, {
      onSuccess: () => toasts.show(say('document.restore.done', { document: name })),
      onError,
    })
  const remove = (then: () => void) =>
    changes.remove.mutate(undefined, {
      onSuccess: () => {
        toasts.show(say('document.remove.done', { document: name }), {
          label: say('document.remove.undo'),
          run: restore,
        })
        then()
      },
      onError,
    })
  return { remove, restore, isPending: changes.remove.isPending || changes.restore.isPending }
}
