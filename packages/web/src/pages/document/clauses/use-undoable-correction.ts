import type { ClauseCorrection } from '@vigil/contract/schemas'
import type { DocumentLanguage } from '@vigil/core/documents'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import type { ClauseItem } from './items.ts'
import { nameClause } from './name-clause.ts'
import { useClauseChanges } from './queries.ts'

interface Where {
  readonly place: DocumentPlace
  readonly language: DocumentLanguage
}

/** Corrects a clause, says so, and offers the way back. */
export function useUndoableCorrection(item: ClauseItem, { place, language }: Where) {
  const say = useSay()
  const toasts = useToasts()
  const { correct, undo } = useClauseChanges({ documentId: place.documentId, language })
  const { paragraph, at, text } = item.clause
  const onError = (error: Error) => toasts.showError(error)
  const clause = nameClause(item, say)
  const change = (one: ClauseCorrection['change'], onDone: () => void) =>
    correct.mutate(
      { paragraph, at, text, change: one },
      {
        onSuccess: ({ correction }) => {
          onDone()
          toasts.show(say(`clause.done.${one.type}`, { clause }), {
            label: say('clause.undo'),
            run: () =>
              undo.mutate(correction, {
                onSuccess: () => toasts.show(say('clause.undone', { clause })),
                onError,
              }),
          })
        },
        onError,
      },
    )
  return { change, isPending: correct.isPending }
}
