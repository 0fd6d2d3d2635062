import type { Document } from '@vigil/contract/schemas'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useUndoableChanges } from '../documents/parts/use-undoable-changes.ts'

const CorrectDialog = lazy(async () => {
  const { CorrectDialog: component } = await import('./correct-dialog.tsx')
  return { default: component }
})

/** What can be done with a document as a whole. Removing leads back to the list, with the way back. */
export function DocumentActions({ document }: { document: Document }) {
  const say = useSay()
  const navigate = useNavigate()
  const [isCorrecting, setIsCorrecting] = useState(false)
  const { remove, restore, isPending } = useUndoableChanges(document)
  if (document.removedAt !== null) {
    return (
      <Button kind="primary" isPending={isPending} onPress={restore}>
        {say('document.restore')}
      </Button>
    )
  }
  return (
    <>
      <Button icon="pen-line" onPress={() => setIsCorrecting(true)}>
        {say('document.correct')}
      </Button>
      <Button icon="printer" onPress={() => window.print()}>
        {say('document.print')}
      </Button>
      <Button
        icon="trash"
        isPending={isPending}
        onPress={() => remove(() => void navigate({ to: '/documents' }))}
      >
        {say('document.remove')}
      </Button>
      {isCorrecting && (
        <Suspense>
          <CorrectDialog document={document} isOpen onClose={() => setIsCorrecting(false)} />
        </Suspense>
      )}
    </>
  )
}
