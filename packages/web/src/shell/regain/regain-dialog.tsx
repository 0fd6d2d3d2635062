import type { Session } from '@vigil/contract/schemas'
import { useQueryClient } from '@tanstack/react-query'
import type { Asking } from '../../api/regain.ts'
import {
  rememberSession,
  type SignedIn,
  useProof,
  useSession,
  useSignIn,
} from '../../api/session.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { ProveForm } from './prove-form.tsx'

/** Asks for a fresh proof, or to sign in again where the session has ended. */
export function RegainDialog({ asking }: { asking: Asking }) {
  const session = useSession()
  if (!session) return null
  return (
    <Messages area="account">
      {asking.lack === 'access.stepUp' ? (
        <StepUp session={session} settle={asking.settle} />
      ) : (
        <SignInAgain session={session} settle={asking.settle} />
      )}
    </Messages>
  )
}

interface PartProps extends Pick<Asking, 'settle'> {
  readonly session: SignedIn
}

function StepUp({ session, settle }: PartProps) {
  const say = useSay()
  const client = useQueryClient()
  const { mutate, error, isPending } = useProof()
  const onSuccess = (proven: Session) => {
    rememberSession(client, proven)
    settle(true)
  }
  return (
    <Dialog title={say('stepUp.title')} isOpen isAlert size="s" onClose={() => settle(false)}>
      <ProveForm
        words={say('stepUp.words')}
        action={say('stepUp.action')}
        strong={session.strong}
        isPassphraseEnough={session.strong.length === 0 || session.strong.includes('totp')}
        error={error}
        isPending={isPending}
        onPasskey={() => mutate('passkey', { onSuccess })}
        onTyped={(typed) => mutate(typed, { onSuccess })}
      />
    </Dialog>
  )
}

/**
 * The same person goes on where they were. Where it is somebody else, the page begins anew: nothing of
 * the first person's is left in it.
 */
function SignInAgain({ session, settle }: PartProps) {
  const say = useSay()
  const client = useQueryClient()
  const { mutate, error, isPending } = useSignIn()
  const { id, name, signInName } = session.account
  const onSuccess = (opened: Session) => {
    if (opened.state === 'signedIn' && opened.account.id === id) {
      rememberSession(client, opened)
      settle(true)
    } else {
      location.replace('/')
    }
  }
  return (
    <Dialog
      title={say('again.title')}
      isOpen
      isAlert
      isOpaque
      size="s"
      onClose={() => settle(false)}
    >
      <ProveForm
        words={say('again.words', { name })}
        action={say('signIn.action')}
        strong={session.strong}
        isPassphraseEnough
        error={error}
        isPending={isPending}
        onPasskey={() => mutate('passkey', { onSuccess })}
        onTyped={(typed) => mutate({ signInName, ...typed }, { onSuccess })}
      />
    </Dialog>
  )
}
