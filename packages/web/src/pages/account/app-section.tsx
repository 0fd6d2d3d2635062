import type { OwnFactors } from '@vigil/contract/schemas'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { AppDialog } from './app-dialog.tsx'
import { Entries, Entry } from './entries.tsx'
import { useAppChanges } from './queries.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import styles from './account.module.css'

/** The authenticator app of the person. */
export function AppSection({ totp }: Pick<OwnFactors, 'totp'>) {
  const say = useSay()
  const { formatDay } = useFormats()
  const [open, setOpen] = useState<'add' | 'remove' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={say('app.title')}>
      <p className={styles['words']}>{say('app.words')}</p>
      {totp && (
        <Entries label={say('app.title')}>
          <Entry
            name={say('app.one')}
            facts={[say('passkeys.added', { day: formatDay(totp.addedAt) })]}
            actions={
              <Button
                size="s"
                label={say('app.remove.label')}
                unavailable={totp.isRemovable ? undefined : say('account.last')}
                onPress={() => setOpen('remove')}
              >
                {say('passkeys.remove')}
              </Button>
            }
          />
        </Entries>
      )}
      <div className={styles['tools']}>
        <Button icon={totp ? 'refresh-cw' : 'plus'} onPress={() => setOpen('add')}>
          {say(totp ? 'app.replace' : 'app.add')}
        </Button>
      </div>
      {open === 'add' && <AppDialog onClose={close} />}
      {open === 'remove' && <RemoveApp onClose={close} />}
    </Section>
  )
}

function RemoveApp({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const toasts = useToasts()
  const { remove } = useAppChanges()
  const onSuccess = () => {
    toasts.show(say('app.remove.done'))
    onClose()
  }
  return (
    <RemoveDialog
      title={say('app.remove.label')}
      words={say('app.remove.words')}
      action={say('passkeys.remove')}
      change={remove}
      onRemove={() => remove.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  )
}
