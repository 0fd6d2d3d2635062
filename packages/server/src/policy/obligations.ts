import { OWN_ACTS, type OwnAct } from '@vigil/core/factors'
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
  if (isAsked && provenUntil(actor) < now) refuse('access.stepUp')
}

/** The same for what everybody may do about their own account. */
export function checkOwnProof(
  act: OwnAct,
  { actor, now }: { actor: SignedInActor; now: Date },
): void {
  if (OWN_ACTS[act].asksProof && provenUntil(actor) < now) refuse('access.stepUp')
}

/** Until when no fresh proof is asked for. */
export function provenUntil({ provenAt }: Pick<SignedInActor, 'provenAt'>): Date {
  return new Date(provenAt.getTime() + PROOF_MINUTES * MINUTE)
}

/** Refuses somebody who does not say what for, where they must: before anything is looked for. */
export function checkPurpose(
  actor: SignedInActor,
  action: Action,
  purpose: Purpose | undefined,
): void {
  if (lacksPurpose({ actor, action, ...(purpose && { purpose }) })) refuse('access.purpose')
}
