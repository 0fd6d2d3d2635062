import { useQuery } from '@tanstack/react-query'
import { CLOCK_ENDPOINTS } from '@vigil/contract/clock-endpoints'
import type { ClockState } from '@vigil/contract/schemas'
import { callsOf } from '../api/call.ts'
import { Note } from '../components/note.tsx'
import { Messages } from '../i18n/messages.tsx'
import { useSay } from '../i18n/use-say.ts'

const EVERY_MS = 120_000

/** Apart from what else whoever keeps accounts asks for: it is asked on every page. */
const callClock = callsOf(CLOCK_ENDPOINTS)

/** Says to those who keep accounts that a clock is wrong, and which. */
export function ClockNote() {
  const { data } = useQuery({
    queryKey: ['clock'],
    queryFn: ({ signal }) => callClock('readClock', {}, signal),
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
  })
  if (!data || data.doubt === null) return null
  return (
    <Messages area="people">
      <Doubt clock={data} />
    </Messages>
  )
}

function Doubt({ clock: { doubt, suspect, devices } }: { clock: ClockState }) {
  const say = useSay()
  const whose = doubt === 'before_log' ? 'before_log' : (suspect ?? 'either')
  const names = devices.map(({ name, aheadSeconds }) =>
    say('clock.apart', {
      name,
      minutes: Math.round(Math.abs(aheadSeconds) / 60),
      side: aheadSeconds > 0 ? 'ahead' : 'behind',
    }),
  )
  const isListed = whose === 'device' || whose === 'either'
  return (
    <Note tone="pending" isLive>
      <strong>{say('clock.title')}</strong> {say(`clock.${whose}`)}{' '}
      {isListed && <bdi>{names.join('; ')}. </bdi>}
      {say('clock.blocked')}
    </Note>
  )
}
