import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Refusal } from '../sign-in/refusal.tsx'

interface RemoveDialogProps {
  readonly title: string
  readonly words: string
  readonly action: string
  readonly change: { readonly error: Error | null; readonly isPending: boolean }
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Asks before something that one signs in with is taken away. */
export function RemoveDialog(props: RemoveDialogProps) {
  const say = useSay()
  const { change, onRemove, onClose } = props
  return (
    <Dialog
      title={props.title}
      isOpen
      isAlert
      size="s"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
          <Button kind="danger" isPending={change.isPending} onPress={onRemove}>
            {props.action}
          </Button>
        </>
      }
    >
      {change.error && <Refusal error={change.error} />}
      <p>{props.words}</p>
    </Dialog>
  )
}
