import type { ClauseCorrection, CorrectionId } from '@vigil/contract/schemas'
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
  const clause = nameClause(item, say)
  const takeBack = async (correction: CorrectionId) => {
    await undo.mutateAsync(correction)
    toasts.show(say('clause.undone', { clause }))
  }
  // Told by promises: what stands here may be gone from the screen before the answer is.
  const make = async (one: ClauseCorrection['change'], onDone: () => void) => {
    const { correction } = await correct.mutateAsync({ paragraph, at, text, change: one })
    onDone()
    toasts.show(say(`clause.done.${one.type}`, { clause }), {
      label: say('clause.undo'),
      run: () => void takeBack(correction).catch(toasts.showError),
    })
  }
  const change = (one: ClauseCorrection['change'], onDone: () => void) =>
    void make(one, onDone).catch(toasts.showError)
  return { change, isPending: correct.isPending }
}
