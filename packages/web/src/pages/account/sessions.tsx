import type { OwnSession } from '@vigil/contract/schemas'
import { Button } from '../../components/button.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { Entries, Entry } from './entries.tsx'
import { useOwnSessions, useSessionChanges } from './queries.ts'
import styles from './account.module.css'

/** Where the person is signed in, and how to end that. */
export function Sessions() {
  const say = useSay()
  const { data, error, refetch } = useOwnSessions()
  return (
    <Section title={say('sessions.title')}>
      <p className={styles['words']}>{say('sessions.words')}</p>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data ? <List sessions={data.items} /> : !error && <LoadingBars />}
    </Section>
  )
}

function List({ sessions }: { sessions: readonly OwnSession[] }) {
  const say = useSay()
  const toasts = useToasts()
  const { end, endOthers } = useSessionChanges()
  const told = {
    onSuccess: () => toasts.show(say('sessions.ended')),
    onError: (error: Error) => toasts.showError(error),
  }
  return (
    <>
      <Entries label={say('sessions.title')}>
        {sessions.map((session) => (
          <SessionEntry
            key={session.id}
            session={session}
            onEnd={() => end.mutate(session.id, told)}
          />
        ))}
      </Entries>
      {sessions.length > 1 && (
        <div className={styles['tools']}>
          <Button
            icon="sign-out"
            isPending={endOthers.isPending}
            onPress={() => endOthers.mutate(undefined, told)}
          >
            {say('sessions.endOthers')}
          </Button>
        </div>
      )}
    </>
  )
}

function SessionEntry({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { browser, platform, openedAt, lastUsedAt, isThis } = session
  const device = [browser, platform].filter((word) => word !== null).join(', ')
  const name = device === '' ? say('sessions.unknown') : device
  return (
    <Entry
      name={name}
      tag={
        isThis && (
          <Tag tone="verified" icon="circle-check">
            {say('sessions.this')}
          </Tag>
        )
      }
      facts={[
        say('sessions.opened', { time: formatTime(openedAt) }),
        say('sessions.used', { time: formatTime(lastUsedAt) }),
      ]}
      actions={
        !isThis && (
          <Button size="s" label={say('sessions.end.label', { name })} onPress={onEnd}>
            {say('sessions.end')}
          </Button>
        )
      }
    />
  )
}
