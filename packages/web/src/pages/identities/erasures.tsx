import type { Erasure } from '@vigil/contract/schemas'
import { useMay, useSession } from '../../api/session.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { LoadingBars } from '../../components/loading-bars.tsx'
import { Section } from '../../components/section.tsx'
import { Table } from '../../components/table.tsx'
import { Tag } from '../../components/tag.tsx'
import { useToasts } from '../../components/toasts.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useFormats } from '../documents/parts/use-formats.ts'
import { useErasureChanges, useErasures } from './queries.ts'
import styles from './identities.module.css'

const COLUMNS = ['person', 'reason', 'people', 'state'] as const

/** What was asked for, approved, done: an erased identity stays in the list as its tombstone. */
export function Erasures() {
  const say = useSay()
  const { data, error, refetch } = useErasures()
  return (
    <Section title={say('erasure.title')}>
      <p className={styles['lead']}>{say('erasure.lead')}</p>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingBars />}
      {data?.erasures.length === 0 && <EmptyState title={say('erasure.none')} />}
      {data && data.erasures.length > 0 && (
        <Table
          caption={say('erasure.title')}
          className={styles['rows']}
          head={
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {say(`erasure.column.${column}`)}
                </th>
              ))}
            </tr>
          }
        >
          {data.erasures.map((erasure) => (
            <Row key={erasure.id} erasure={erasure} />
          ))}
        </Table>
      )}
    </Section>
  )
}

const LOOKS = {
  awaiting_approval: ['pending', 'pen-line'],
  waiting: ['pending', 'calendar'],
  held: ['neutral', 'lock'],
  due: ['overdue', 'calendar'],
  revoked: ['neutral', 'undo-2'],
  destroyed: ['verified', 'circle-check'],
} as const

function Row({ erasure }: { erasure: Erasure }) {
  const say = useSay()
  const { formatTime } = useFormats()
  const { pseudonym, ground, reason, state, dueAt, keyId, proof } = erasure
  const [tone, icon] = LOOKS[state]
  return (
    <tr>
      <th scope="row">
        <code>{pseudonym}</code>
      </th>
      <td>
        {say(`erasure.ground.${ground}`)}
        <span className={styles['more']}>{reason}</span>
      </td>
      <td>
        <People erasure={erasure} />
      </td>
      <td>
        <div className={styles['state']}>
          <Tag tone={tone} icon={icon}>
            {say(`erasure.state.${state}`, { due: dueAt === null ? '' : formatTime(dueAt) })}
          </Tag>
          {proof && (
            <span className={styles['more']}>
              {say('erasure.proof', { key: keyId ?? '', size: proof.size })}
            </span>
          )}
          <Actions erasure={erasure} />
        </div>
      </td>
    </tr>
  )
}

function People({ erasure: { askedBy, requestedAt, approvals } }: { erasure: Erasure }) {
  const say = useSay()
  const { formatTime } = useFormats()
  return (
    <>
      {say('erasure.asked', { name: askedBy, time: formatTime(requestedAt) })}
      {approvals.map(({ by, name, at }) => (
        <span key={by} className={styles['more']}>
          {say('erasure.approved', { name, time: formatTime(at) })}
        </span>
      ))}
    </>
  )
}

const OPEN = new Set(['awaiting_approval', 'waiting', 'held', 'due'])

function Actions({ erasure }: { erasure: Erasure }) {
  const say = useSay()
  const { showError } = useToasts()
  const own = useSession()?.account.id
  const mayApprove = useMay('identity.approve')
  const { approve, revoke } = useErasureChanges()
  const { id, state, requestedBy, approvals, pseudonym } = erasure
  const params = { erasureId: id }
  const isAnother = own !== requestedBy && !approvals.some(({ by }) => by === own)
  return (
    <>
      {mayApprove && isAnother && state === 'awaiting_approval' && (
        <Button
          size="s"
          label={say('erasure.approve.label', { pseudonym })}
          isPending={approve.isPending}
          onPress={() => approve.mutate({ params }, { onError: showError })}
        >
          {say('erasure.approve')}
        </Button>
      )}
      {OPEN.has(state) && (
        <Button
          size="s"
          label={say('erasure.revoke.label', { pseudonym })}
          isPending={revoke.isPending}
          onPress={() => revoke.mutate({ params }, { onError: showError })}
        >
          {say('erasure.revoke')}
        </Button>
      )}
    </>
  )
}
