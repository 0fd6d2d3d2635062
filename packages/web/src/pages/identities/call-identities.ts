import { IDENTITY_ENDPOINTS } from '@vigil/contract/identity-endpoints'
import { callsOf, type Input } from '../../api/call.ts'

/** Asks for what the page about identities needs. */
export const callIdentities = callsOf(IDENTITY_ENDPOINTS)

/** What an endpoint of these takes. */
export type IdentityInput<N extends keyof typeof IDENTITY_ENDPOINTS> = Input<
  (typeof IDENTITY_ENDPOINTS)[N]
>
