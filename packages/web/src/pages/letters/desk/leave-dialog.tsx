import { useBlocker } from '@tanstack/react-router'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { useSay } from '../../../i18n/use-say.ts'

/** Asks before what is not saved would be lost; views of the same letter lose nothing. */
export function LeaveDialog({ isChanged }: { isChanged: boolean }) {
  const say = useSay()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  })
  const stay = () => reset?.()
  return (
    <Dialog
      title={say('draft.leave')}
      isOpen={status === 'blocked'}
      onClose={stay}
      size="s"
      isAlert
      actions={
        <>
          <Button onPress={() => proceed?.()}>{say('draft.leave.go')}</Button>
          <Button kind="primary" onPress={stay}>
            {say('draft.leave.stay')}
          </Button>
        </>
      }
    >
      <p>{say('draft.leave.words')}</p>
    </Dialog>
  )
}
