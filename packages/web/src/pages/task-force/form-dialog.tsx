import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Note } from '../../components/note.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useProblemText } from '../documents/parts/use-problem-text.ts'
import styles from './task-force.module.css'

interface FormDialogProps {
  readonly title: string
  readonly lead: string
  readonly submit: string
  /** What is still missing, in words. */
  readonly unavailable: string | undefined
  readonly change: { readonly isPending: boolean; readonly error: Error | null }
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A few fields in a window, and what the server said of them. */
export function FormDialog(props: FormDialogProps) {
  const { title, lead, submit, unavailable, change, onSubmit, onClose, children } = props
  const say = useSay()
  const problemText = useProblemText()
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button
            kind="primary"
            isPending={change.isPending}
            unavailable={unavailable}
            onPress={onSubmit}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (unavailable === undefined && !change.isPending) onSubmit()
        }}
      >
        <p className={styles['lead']}>{lead}</p>
        {children}
        {change.error && (
          <Note tone="overdue" isLive>
            {problemText(change.error)}
          </Note>
        )}
      </form>
    </Dialog>
  )
}
