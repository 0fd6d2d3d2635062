import type { CheckpointList } from '@vigil/contract/schemas'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { LoadingBars } from '../../../components/loading-bars.tsx'
import { MoreButton } from '../../../components/more-button.tsx'
import { Page } from '../../../components/page.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { Messages } from '../../../i18n/messages.tsx'
import { useSay } from '../../../i18n/use-say.ts'
import { LogTabs } from '../log-tabs.tsx'
import { useCheckpoints } from '../queries.ts'
import { CheckpointCard } from './checkpoint-card.tsx'
import styles from './checkpoints.module.css'

/** Checkpoints to copy, to keep as files, and to print: a page on a wall elsewhere is a witness. */
export function CheckpointsPage() {
  return (
    <Messages area="oversight">
      <Checkpoints />
    </Messages>
  )
}

function Checkpoints() {
  const say = useSay()
  const { each = 'day' } = useSearch({ from: '/log/checkpoints' })
  const checkpoints = useCheckpoints(each)
  const { data, error, refetch } = checkpoints
  return (
    <Page
      title={say('checkpoints.title')}
      lead={say('checkpoints.how')}
      actions={
        <Button icon="printer" onPress={() => globalThis.print()}>
          {say('checkpoints.print')}
        </Button>
      }
    >
      <LogTabs current="checkpoints" />
      <Pace each={each} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data && <Found checkpoints={checkpoints} first={data.pages[0]} />}
    </Page>
  )
}

function Pace({ each }: { each: 'day' | 'every' }) {
  const say = useSay()
  const navigate = useNavigate({ from: '/log/checkpoints' })
  return (
    <div className={styles['pace']}>
      <Segmented
        label={say('checkpoints.each')}
        value={each}
        onChange={(chosen) =>
          void navigate({
            search: { each: chosen === 'day' ? undefined : chosen },
            replace: true,
            resetScroll: false,
          })
        }
        options={[
          { value: 'day', label: say('checkpoints.each.day') },
          { value: 'every', label: say('checkpoints.each.every') },
        ]}
      />
    </div>
  )
}

interface FoundProps {
  readonly checkpoints: ReturnType<typeof useCheckpoints>
  readonly first: CheckpointList | undefined
}

function Found({ checkpoints, first }: FoundProps) {
  const say = useSay()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = checkpoints
  const rows = data?.pages.flatMap((page) => page.checkpoints) ?? []
  if (!first?.log || rows.length === 0) return <EmptyState title={say('checkpoints.none')} />
  return (
    <>
      <p className={styles['log']}>
        {say('checkpoints.log')} <bdi>{first.log.key}</bdi>
      </p>
      <ol className={styles['list']}>
        {rows.map((checkpoint) => (
          <CheckpointCard key={checkpoint.number} checkpoint={checkpoint} />
        ))}
      </ol>
      {hasNextPage && (
        <MoreButton
          label={say('log.more')}
          shown={say('checkpoints.shown', { count: rows.length })}
          isPending={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </>
  )
}
