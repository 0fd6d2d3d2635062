import type { ReactNode } from 'react'
import { useSay } from '../i18n/use-say.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  readonly title: string
  /** What will happen, on the button: a verb and its object. */
  readonly action: string
  readonly isOpen: boolean
  readonly isPending?: boolean
  readonly isDanger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks before something that others will notice. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const say = useSay()
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      size="s"
      isAlert
      actions={
        <>
          <Button onPress={props.onClose}>{say('dialog.cancel')}</Button>
          <Button
            kind={props.isDanger === true ? 'danger' : 'primary'}
            isPending={props.isPending === true}
            onPress={props.onConfirm}
          >
            {props.action}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  )
}
