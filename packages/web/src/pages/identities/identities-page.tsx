import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { Messages } from '../../i18n/messages.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { AskDialog } from './ask-dialog.tsx'
import { Erasures } from './erasures.tsx'
import { Keys } from './keys.tsx'

/** Whether identities can be opened, and which are to be erased. */
export function IdentitiesPage() {
  return (
    <Messages area="identities">
      <Identities />
    </Messages>
  )
}

function Identities() {
  const say = useSay()
  const mayUnlock = useMay('keys.unlock')
  const mayErase = useMay('identity.erase')
  const [isOpen, setOpen] = useState(false)
  return (
    <Page
      title={say('identities.title')}
      lead={say('identities.lead')}
      actions={mayErase && <Button onPress={() => setOpen(true)}>{say('erasure.ask')}</Button>}
    >
      {isOpen && <AskDialog onClose={() => setOpen(false)} />}
      {mayUnlock && <Keys />}
      {mayErase && <Erasures />}
    </Page>
  )
}
