import { type Action, decide, type Purpose, RULES, type Rule } from '@vigil/core/policy'
import type { SignedInActor } from '../http/handler.ts'
import { refuse } from '../http/refuse.ts'

/** How long a proof of who somebody is counts as fresh, in milliseconds. */
const FRESH = 5 * 60_000

/** Refuses what asks for a fresh proof, where who asks signed in longer ago than five minutes. */
export function checkProof(
  action: Action,
  { actor, now }: { actor: SignedInActor; now: Date },
): void {
  const decision = decide(actor, action)
  const isAsked = decision.allow && decision.obligations.includes('step_up')
  if (isAsked && now.getTime() - actor.provenAt.getTime() > FRESH) refuse('access.stepUp')
}

/**
 * Refuses somebody who does not say what for, where every rule that lets them do it asks for it: before
 * anything is looked for, so that the refusal tells nothing of what is there.
 */
export function checkPurpose(
  actor: SignedInActor,
  action: Action,
  purpose: Purpose | undefined,
): void {
  const rules: readonly Rule[] = RULES
  const granting = rules.filter(
    ({ effect, actions, roles }) =>
      effect === 'allow' &&
      actions.includes(action) &&
      actor.grants.some(({ role }) => roles.includes(role)),
  )
  const isMet = granting.some(
    ({ purposes }) => !purposes || (purpose !== undefined && purposes.includes(purpose)),
  )
  if (!isMet) refuse('access.purpose')
}
