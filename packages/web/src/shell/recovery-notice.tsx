import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Recovery, RecoveryId } from '@vigil/contract/schemas'
import { call } from '../api/call.ts'
import { Button } from '../components/button.tsx'
import { Note } from '../components/note.tsx'
import { useSay } from '../i18n/use-say.ts'

const OWN_RECOVERY_KEY = ['own-recovery'] as const

/** Says on every page that somebody recovers the reader's account, which the reader can end. */
export function RecoveryNotice() {
  const { data } = useQuery({
    queryKey: OWN_RECOVERY_KEY,
    queryFn: ({ signal }) => call('readOwnRecovery', {}, signal),
    staleTime: 60_000,
  })
  return data?.recoveries.map((recovery) => <Notice key={recovery.id} recovery={recovery} />)
}

function Notice({ recovery: { id, reason, approvals } }: { recovery: Recovery }) {
  const say = useSay()
  const client = useQueryClient()
  const object = useMutation({
    mutationFn: (recoveryId: RecoveryId) => call('objectToRecovery', { params: { recoveryId } }),
    onSettled: () => client.invalidateQueries({ queryKey: OWN_RECOVERY_KEY }),
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
