import { DEMONSTRATION_ENDPOINTS } from '@vigil/contract/demonstration-endpoints'
import { callsOf } from '../api/call.ts'

/** Asks for what only somebody who looks around asks for. */
export const callDemonstration = callsOf(DEMONSTRATION_ENDPOINTS)
