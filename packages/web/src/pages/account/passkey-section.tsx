import type { Passkey } from '@vigil/contract/schemas'
import { useState } from 'react'
import { canUsePasskeys } from '../../api/passkey.ts'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { Entries, Entry } from './entries.tsx'
import { NameDialog } from './name-dialog.tsx'
import { usePasskeyChanges } from './queries.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import styles from './account.module.css'

interface PasskeySectionProps {
  readonly passkeys: readonly Passkey[]
  /** Whether this Vigil has a name that passkeys can be made for. */
  readonly canHave: boolean
}

type Open = { readonly what: 'add' } | { readonly what: 'rename' | 'remove'; readonly of: Passkey }

/** The passkeys of the person: adding, naming, taking away. */
export function PasskeySection({ passkeys, canHave }: PasskeySectionProps) {
  const say = useSay()
  const [open, setOpen] = useState<Open | null>(null)
  return (
    <Section title={say('passkeys.title')}>
      <p className={styles['words']}>{say('passkeys.words')}</p>
      {passkeys.length > 0 && (
        <Entries label={say('passkeys.title')}>
          {passkeys.map((passkey) => (
            <PasskeyEntry key={passkey.id} passkey={passkey} onOpen={setOpen} />
          ))}
        </Entries>
      )}
      {canHave && canUsePasskeys() ? (
        <div className={styles['tools']}>
          <Button
            kind={passkeys.length === 0 ? 'primary' : 'secondary'}
            icon="plus"
            onPress={() => setOpen({ what: 'add' })}
          >
            {say('passkeys.add')}
          </Button>
        </div>
      ) : (
        <Note tone="neutral">{say(canHave ? 'passkeys.notHere' : 'passkeys.noName')}</Note>
      )}
      {open && <OpenDialog open={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}

interface PasskeyEntryProps {
  readonly passkey: Passkey
  readonly onOpen: (open: Open) => void
}

function PasskeyEntry({ passkey, onOpen }: PasskeyEntryProps) {
  const say = useSay()
  const { formatDay, formatTime } = useFormats()
  const { name, addedAt, lastUsedAt, suspectSince, isRemovable } = passkey
  return (
    <Entry
      name={<bdi>{name}</bdi>}
      facts={[
        say('passkeys.added', { day: formatDay(addedAt) }),
        lastUsedAt === null
          ? say('passkeys.unused')
          : say('passkeys.used', { time: formatTime(lastUsedAt) }),
      ]}
      tag={
        suspectSince !== null && (
          <Tag tone="overdue" icon="triangle-alert">
            {say('passkeys.suspect')}
          </Tag>
        )
      }
      actions={
        <>
          <Button
            size="s"
            label={say('passkeys.rename.label', { name })}
            onPress={() => onOpen({ what: 'rename', of: passkey })}
          >
            {say('passkeys.rename')}
          </Button>
          <Button
            size="s"
            label={say('passkeys.remove.label', { name })}
            unavailable={isRemovable ? undefined : say('account.last')}
            onPress={() => onOpen({ what: 'remove', of: passkey })}
          >
            {say('passkeys.remove')}
          </Button>
        </>
      }
    />
  )
}

function OpenDialog({ open, onClose }: { open: Open; onClose: () => void }) {
  const say = useSay()
  const toasts = useToasts()
  const { add, rename, remove } = usePasskeyChanges()
  const done = (message: string) => ({
    onSuccess: () => {
      toasts.show(message)
      onClose()
    },
  })
  if (open.what === 'add') {
    return (
      <NameDialog
        title={say('passkeys.add')}
        words={say('passkeys.add.words')}
        action={say('passkeys.add.action')}
        change={add}
        onName={(name) => add.mutate(name, done(say('passkeys.add.done', { name })))}
        onClose={onClose}
      />
    )
  }
  const { id, name } = open.of
  if (open.what === 'rename') {
    return (
      <NameDialog
        title={say('passkeys.rename.label', { name })}
        action={say('passkeys.rename')}
        name={name}
        change={rename}
        onName={(next) => rename.mutate({ id, name: next }, { onSuccess: onClose })}
        onClose={onClose}
      />
    )
  }
  return (
    <RemoveDialog
      title={say('passkeys.remove.label', { name })}
      words={say('passkeys.remove.words')}
      action={say('passkeys.remove')}
      change={remove}
      onRemove={() => remove.mutate({ id }, done(say('passkeys.remove.done', { name })))}
      onClose={onClose}
    />
  )
}
