import { ENDPOINTS, type EndpointName } from '@vigil/contract/endpoints'
import type { AuditAction } from '../audit/record.ts'

/** What the audit log calls acts that nobody needs a role for. */
const OPEN_ACTS: Partial<Record<EndpointName, AuditAction>> = {
  createFirstAccount: 'account.create',
  signIn: 'session.open',
  signOut: 'session.close',
}

/** The name of an endpoint's act in the audit log: that of the policy, where it has one. */
export function auditActionOf(name: EndpointName): AuditAction {
  const action = ENDPOINTS[name].action ?? OPEN_ACTS[name]
  if (action === undefined) throw new Error(`The endpoint ${name} has no name in the audit log`)
  return action
}
