import { type Action, decide, lacksPurpose, PROOF_MINUTES, type Purpose } from '@vigil/core/policy'
import type { SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'

const MINUTE = 60_000

/** Refuses what asks for a fresh proof, where who asks signed in too long ago. */
export function checkProof(
  action: Action,
  { actor, now }: { actor: SignedInActor; now: Date },
): void {
  const decision = decide(actor, action)
  const isAsked = decision.allow && decision.obligations.includes('step_up')
  const minutes = (now.getTime() - actor.provenAt.getTime()) / MINUTE
  if (isAsked && minutes > PROOF_MINUTES) refuse('access.stepUp')
}

/** Refuses somebody who does not say what for, where they must: before anything is looked for. */
export function checkPurpose(
  actor: SignedInActor,
  action: Action,
  purpose: Purpose | undefined,
): void {
  if (lacksPurpose({ actor, action, ...(purpose && { purpose }) })) refuse('access.purpose')
}
