import { z } from 'zod'
import type { IncidentField, Purpose, RecordState, SensitivityClass } from './facts.ts'
import type { Role } from './roles.ts'

/** Everything that somebody may be allowed to do; the same names appear in the log. */
export const Action = z.enum([
  'account.read',
  'account.invite',
  'account.grant',
  'account.revoke',
  'account.recover',
  'account.end',
  'document.read',
  'document.import',
  'document.correct',
  'document.remove',
  'clause.correct',
  'letter.read',
  'letter.draft',
  'incident.read',
  'incident.record',
  'incident.edit',
  'incident.classify',
  'incident.export',
  'violation.decide',
  'violation.sign',
  'identity.read',
  'identity.record',
  'identity.erase',
  'identity.approve',
  'identity.hold',
  'keys.unlock',
  'log.read',
  'taskforce.read',
  'taskforce.seat',
  'taskforce.choose',
  'duty.set',
  'duty.agree',
  'duty.end',
  'log.export',
  'glass.ask',
  'glass.agree',
  'glass.read',
  'glass.end',
])
export type Action = z.infer<typeof Action>

/**
 * What somebody is to a record: `own` recorded it, `assigned` was given it, `region`, `operation`,
 * `entity`: a grant covers its region, its operation, its operation and co-chair's entity; `opened`: it
 * is open to them by break-glass. Each but `any` needs a grant that covers the record's operation.
 */
export type Relation = 'any' | 'own' | 'assigned' | 'region' | 'operation' | 'entity' | 'opened'

/** What must happen besides: an entry in the log, a reason, a second person, a fresh proof of who acts. */
export type Obligation = 'log' | 'reason' | 'second_person' | 'step_up'

/** One line of the policy. A condition that is left out holds always. */
export interface Rule {
  readonly name: string
  readonly effect: 'allow' | 'forbid'
  /** Of whom it speaks; for what is forbidden, an empty list speaks of everybody. */
  readonly roles: readonly Role[]
  readonly actions: readonly Action[]
  readonly relation: Relation
  readonly classes?: readonly SensitivityClass[]
  readonly states?: readonly RecordState[]
  readonly purposes?: readonly Purpose[]
  /** Whom a prohibition spares. */
  readonly spares?: 'own'
  /** Fields that stay hidden from whom this rule alone lets in. */
  readonly hides?: readonly IncidentField[]
}
