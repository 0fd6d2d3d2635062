import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OwnNotices as Found, Recovery, RecoveryId } from '@vigil/contract/schemas'
import { call } from '../api/call.ts'
import { Button } from '../components/button.tsx'
import { Note } from '../components/note.tsx'
import { Messages } from '../i18n/messages.tsx'
import { useSay } from '../i18n/use-say.ts'
import { useFormats } from '../pages/documents/parts/use-formats.ts'

/** What the reader is told on every page, while there is something to tell. */
export function OwnNotices({ found: { recoveries, handed, glass } }: { found: Found }) {
  return (
    <>
      {recoveries.map((recovery) => (
        <OpenRecovery key={recovery.id} recovery={recovery} />
      ))}
      {handed > 0 && (
        <Messages area="leaving">
          <HandedNotice count={handed} />
        </Messages>
      )}
      {glass.length > 0 && (
        <Messages area="taskforce">
          {glass.map((notice) => (
            <GlassNotice key={`${notice.part} ${notice.until}`} notice={notice} />
          ))}
        </Messages>
      )}
    </>
  )
}

function HandedNotice({ count }: { count: number }) {
  const say = useSay()
  return (
    <Note tone="pending">
      {say('handed.notice', { count })}{' '}
      <Link to="/account/handed">{say('handed.notice.open')}</Link>
    </Note>
  )
}

/** A request that waits begins nothing yet; what is open, or was, is read by somebody. */
function GlassNotice({ notice: { part, state, name, until } }: { notice: Found['glass'][number] }) {
  const say = useSay()
  const { formatTime } = useFormats()
  return (
    <Note tone={state === 'open' ? 'overdue' : 'pending'} isLive>
      {say(`glass.notice.${part}`, { name, state, until: formatTime(until) })}{' '}
      <Link to="/task-force">{say('glass.notice.look')}</Link>
    </Note>
  )
}

function OpenRecovery({ recovery: { id, reason, approvals } }: { recovery: Recovery }) {
  const say = useSay()
  const client = useQueryClient()
  const object = useMutation({
    mutationFn: (recoveryId: RecoveryId) => call('objectToRecovery', { params: { recoveryId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['own-recovery'] }),
  })
  const names = approvals.map(({ name }) => name).join(', ')
  return (
    <Note tone="overdue" isLive>
      <strong>{say('recovery.notice.title')}</strong>{' '}
      {say('recovery.notice.words', { names, reason })}{' '}
      <Button size="s" isPending={object.isPending} onPress={() => object.mutate(id)}>
        {say('recovery.notice.object')}
      </Button>
    </Note>
  )
}
