import type { ClauseCorrection } from '@vigil/contract/schemas'
import type { DocumentLanguage } from '@vigil/core/documents'
import { useState } from 'react'
import { useMay } from '../../../api/session.ts'
import { Button } from '../../../components/button.tsx'
import { useToasts } from '../../../components/toasts.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import type { DocumentPlace } from '../use-document-place.ts'
import { ClauseForm } from './clause-form.tsx'
import styles from './clause-list.module.css'
import type { ClauseItem } from './items.ts'
import { nameClause } from './name-clause.ts'
import { useClauseChanges } from './queries.ts'
import { SplitForm } from './split-form.tsx'

interface ClauseToolsProps {
  readonly item: ClauseItem
  readonly language: DocumentLanguage
  readonly hasNext: boolean
  readonly place: DocumentPlace
}

/** What a person can put right about a clause, in its place; each change can be taken back. */
export function ClauseTools({ item, language, hasNext, place }: ClauseToolsProps) {
  const say = useSay()
  const mayCorrect = useMay('clause.correct')
  const [open, setOpen] = useState<'form' | 'split' | null>(null)
  const { change, isPending } = useUndoableCorrection(item, { place, language })
  const close = () => setOpen(null)
  if (!mayCorrect) return null
  if (open === 'form') {
    return (
      <ClauseForm
        clause={item.clause}
        isPending={isPending}
        onSave={(fields) => change({ type: 'set', fields }, close)}
        onCancel={close}
      />
    )
  }
  if (open === 'split') {
    return (
      <SplitForm
        clause={item.clause}
        isPending={isPending}
        onSplit={(cut) => change({ type: 'split', cut }, close)}
        onCancel={close}
      />
    )
  }
  const { reviewed } = item.clause
  return (
    <div className={styles['tools']}>
      <Button
        kind={reviewed ? 'quiet' : 'primary'}
        size="s"
        icon={reviewed ? 'circle-minus' : 'circle-check'}
        isPending={isPending}
        onPress={() => change({ type: 'review', reviewed: !reviewed }, close)}
      >
        {say(reviewed ? 'clause.unreview' : 'clause.review')}
      </Button>
      <Button size="s" icon="pen-line" onPress={() => setOpen('form')}>
        {say('clause.correct')}
      </Button>
      <Button size="s" onPress={() => setOpen('split')}>
        {say('clause.split')}
      </Button>
      <Button
        size="s"
        unavailable={hasNext ? undefined : say('clause.merge.none')}
        isPending={isPending}
        onPress={() => change({ type: 'merge' }, close)}
      >
        {say('clause.merge')}
      </Button>
    </div>
  )
}

/** Corrects, says so, and offers the way back. */
function useUndoableCorrection(
  item: ClauseItem,
  { place, language }: { place: DocumentPlace; language: DocumentLanguage },
) {
  const say = useSay()
  const toasts = useToasts()
  const { correct, undo } = useClauseChanges({ documentId: place.documentId, language })
  const { paragraph, at, text } = item.clause
  const onError = (error: Error) => toasts.showError(error)
  const change = (one: ClauseCorrection['change'], onDone: () => void) =>
    correct.mutate(
      { paragraph, at, text, change: one },
      {
        onSuccess: ({ correction }) => {
          onDone()
          toasts.show(say(`clause.done.${one.type}`, { clause: nameClause(item, say) }), {
            label: say('clause.undo'),
            run: () => undo.mutate(correction, { onError }),
          })
        },
        onError,
      },
    )
  return { change, isPending: correct.isPending }
}
