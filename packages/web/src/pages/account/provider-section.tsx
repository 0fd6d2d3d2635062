import type { OwnProvider } from '@vigil/contract/schemas'
import { useState } from 'react'
import { useProviderLink } from '../../api/provider.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { Refusal } from '../sign-in/refusal.tsx'
import { Entries, Entry } from './entries.tsx'
import { useUnlink } from './queries.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import styles from './account.module.css'

interface ProviderSectionProps {
  readonly provider: OwnProvider
}

/** The person's account at their organisation, where that may sign them in. */
export function ProviderSection({ provider }: ProviderSectionProps) {
  const say = useSay()
  const { formatDay, formatTime } = useFormats()
  const [isRemoving, setRemoving] = useState(false)
  const { name, link, isOffered } = provider
  return (
    <Section title={say('provider.title')}>
      <p className={styles['words']}>
        {say(isOffered ? 'provider.words' : 'provider.old', { name })}
      </p>
      {link ? (
        <Entries label={say('provider.title')}>
          <Entry
            name={<bdi>{name}</bdi>}
            facts={[
              say('provider.linked', { day: formatDay(link.linkedAt) }),
              link.lastUsedAt
                ? say('passkeys.used', { time: formatTime(link.lastUsedAt) })
                : say('passkeys.unused'),
            ]}
            actions={
              <Button
                size="s"
                label={say('provider.unlink.label', { name })}
                onPress={() => setRemoving(true)}
              >
                {say('provider.unlink')}
              </Button>
            }
          />
        </Entries>
      ) : (
        <LinkThere />
      )}
      {isRemoving && <Unlink name={name} onClose={() => setRemoving(false)} />}
    </Section>
  )
}

function LinkThere() {
  const say = useSay()
  const { mutate, error, isPending } = useProviderLink()
  return (
    <>
      {error && <Refusal error={error} />}
      <div className={styles['tools']}>
        <Button icon="plus" isPending={isPending} onPress={() => mutate()}>
          {say('provider.link')}
        </Button>
      </div>
    </>
  )
}

function Unlink({ name, onClose }: { name: string; onClose: () => void }) {
  const say = useSay()
  const toasts = useToasts()
  const unlink = useUnlink()
  const onSuccess = () => {
    toasts.show(say('provider.unlink.done', { name }))
    onClose()
  }
  return (
    <RemoveDialog
      title={say('provider.unlink.label', { name })}
      words={say('provider.unlink.words', { name })}
      action={say('provider.unlink')}
      change={unlink}
      onRemove={() => unlink.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  )
}
