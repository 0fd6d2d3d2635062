import type { Action } from '@vigil/core/policy'
import type { Json } from './canonical-json.ts'

/** Everything the log may name: what the policy decides on, and coming and going. */
export type AuditAction = Action | 'session.open' | 'session.close'

/** What was written, as the audit log keeps it. */
export interface Change {
  readonly object: { readonly type: 'account' | 'session' | 'document'; readonly id: string }
  /** What changed; only a salted commitment to it is kept. */
  readonly change: Json
  /** The action, where the endpoint names none. */
  readonly action?: AuditAction
}
