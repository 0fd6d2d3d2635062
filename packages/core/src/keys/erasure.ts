import { z } from 'zod'

const DAY_MS = 86_400_000

/** What the erasure of an identity asks for (security.md 4.4; R-SEC-6). */
export const ERASURE_RULES = {
  /** So many different people approve, none of them the one who asked. */
  approvals: 2,
  /** From the last approval on; meanwhile it can be revoked. */
  waitingMs: 7 * DAY_MS,
} as const

/** On which ground an identity may be erased (R-CON-4, R-SEC-6). */
export const ErasureGround = z.enum([
  'consent_withdrawn',
  'did_not_occur',
  'retention_over',
  'recorded_in_error',
])
export type ErasureGround = z.infer<typeof ErasureGround>

/** An approval: by whom, when (milliseconds of Unix time). */
export interface Approval {
  readonly by: string
  readonly at: number
}

/** All that decides about an erasure; moments are milliseconds of Unix time. */
export interface ErasureFacts {
  readonly requestedBy: string
  readonly approvals: readonly Approval[]
  readonly isRevoked: boolean
  /** Whether somebody forbade the destruction, as a court or an archive may ask. */
  readonly isHeld: boolean
  readonly isDestroyed: boolean
}

/** `due`: nothing stands between it and the destruction of the key. */
export const ErasureState = z.enum([
  'awaiting_approval',
  'waiting',
  'held',
  'due',
  'revoked',
  'destroyed',
])
export type ErasureState = z.infer<typeof ErasureState>

/** Where an erasure stands at `now` (milliseconds of Unix time). */
export function erasureState(facts: ErasureFacts, now: number): ErasureState {
  if (facts.isDestroyed) return 'destroyed'
  if (facts.isRevoked) return 'revoked'
  const due = dueAt(facts)
  if (due === null) return 'awaiting_approval'
  if (now < due) return 'waiting'
  return facts.isHeld ? 'held' : 'due'
}

/** When the waiting time is over; null while approvals lack. */
export function dueAt({ requestedBy, approvals }: ErasureFacts): number | null {
  const people = new Map<string, number>()
  for (const { by, at } of approvals) {
    if (by !== requestedBy) people.set(by, Math.min(at, people.get(by) ?? at))
  }
  const moments = [...people.values()].toSorted((one, other) => one - other)
  const last = moments[ERASURE_RULES.approvals - 1]
  return last === undefined ? null : last + ERASURE_RULES.waitingMs
}

/** Why somebody cannot approve: they asked for it, have approved already, or it is over. */
export type ApprovalRefusal = 'requester' | 'approvedAlready' | 'over'

/** Why `by` cannot approve now; null where they can. */
export function refuseApproval(facts: ErasureFacts, by: string): ApprovalRefusal | null {
  if (facts.isDestroyed || facts.isRevoked) return 'over'
  if (by === facts.requestedBy) return 'requester'
  return facts.approvals.some((approval) => approval.by === by) ? 'approvedAlready' : null
}

/** Whether it can still be revoked: until the key is destroyed. */
export function isRevocable({ isDestroyed, isRevoked }: ErasureFacts): boolean {
  return !isDestroyed && !isRevoked
}
