import { KEEPING_ENDPOINTS } from '@vigil/contract/keeping-endpoints'
import { callsOf, type Input } from './call.ts'

/** Asks for what the pages about people, log, task force and one's own account need. */
export const callKeeping = callsOf(KEEPING_ENDPOINTS)

/** What an endpoint of these takes. */
export type KeepingInput<N extends keyof typeof KEEPING_ENDPOINTS> = Input<
  (typeof KEEPING_ENDPOINTS)[N]
>
