import type { Wish } from './condition.ts'
import { INCIDENT_FIELDS, type IncidentFacts, type IncidentField } from './facts.ts'
import {
  type Asked,
  hasClass,
  hasState,
  isAbout,
  isBound,
  isFor,
  isPurposeMet,
  isSpared,
} from './fitting.ts'
import type { Actor } from './grants.ts'
import { OBLIGATIONS } from './obligations.ts'
import { Action, type Obligation, type Rule } from './rule.ts'
import { RULES } from './rules.ts'

/**
 * Why something is refused: nobody is signed in; no role of theirs may do it at all; none that may
 * covers this record, or the record as it stands; a rule forbids it; a purpose must be stated.
 */
export type RefusalReason = 'signedOut' | 'noRole' | 'notThisRecord' | 'forbidden' | 'purpose'

export type Decision =
  | {
      readonly allow: true
      /** Fields of the incident that may be seen; all others are left out. */
      readonly seen: readonly IncidentField[]
      readonly obligations: readonly Obligation[]
    }
  | { readonly allow: false; readonly reason: RefusalReason }

/** Who wants to do what; nobody is signed in where `actor` is null. */
export interface Question extends Asked {
  readonly actor: Actor | null
  readonly action: Action
}

/**
 * Decides whether `actor` (null when nobody is signed in) may do `action`. Without an incident it tells
 * whether there is anything at all on which they may do it. Default is refusal, and what one rule
 * forbids no other allows (R-SEC-2).
 */
export function decide(actor: Actor | null, action: Action, asked: Asked = {}): Decision {
  return decideBy(RULES, { ...asked, actor, action })
}

/** The same by other rules than those in force, to see what a change of them would do. */
export function decideBy(rules: readonly Rule[], { actor, action, ...asked }: Question): Decision {
  if (!actor) return refuse('signedOut')
  const speaking = rules.filter((rule) => speaksOf(rule, actor, action))
  const granting = speaking.filter(({ effect }) => effect === 'allow')
  if (granting.length === 0) return refuse('noRole')
  const isForbidden = speaking.some(
    (rule) => rule.effect === 'forbid' && forbids(rule, actor, asked),
  )
  if (isForbidden) return refuse('forbidden')
  const fitting = granting.filter((rule) => holds(rule, actor, asked))
  if (fitting.length === 0) return refuse('notThisRecord')
  const holding = fitting.filter((rule) => isPurposeMet(rule, asked))
  if (holding.length === 0) return refuse('purpose')
  return { allow: true, seen: fieldsSeen(holding), obligations: obligationsOf(action, asked) }
}

/** All that `actor` may do on something, for an interface that shows only what exists for the reader. */
export function capabilities(actor: Actor | null): Action[] {
  return Action.options.filter((action) => decide(actor, action).allow)
}

/**
 * Whether every rule that lets `actor` do `action` asks for a purpose that is not the one stated. Says
 * nothing of any record, so that it can be told before one is looked for.
 */
export function lacksPurpose({ actor, action, purpose }: Wish): boolean {
  const rules: readonly Rule[] = RULES
  return !rules
    .filter((rule) => rule.effect === 'allow' && speaksOf(rule, actor, action))
    .some(({ purposes }) => !purposes || (purpose !== undefined && purposes.includes(purpose)))
}

function refuse(reason: RefusalReason): Decision {
  return { allow: false, reason }
}

function speaksOf(rule: Rule, actor: Actor, action: Action): boolean {
  return rule.actions.includes(action) && isAbout(rule, actor)
}

function forbids(rule: Rule, actor: Actor, { incident }: Asked): boolean {
  if (!incident) return rule.classes === undefined && rule.states === undefined
  return standsAs(rule, incident) && !isSpared(rule, actor, incident)
}

/** Whether the rule lets this actor at this incident, whatever the purpose. */
function holds(rule: Rule, actor: Actor, { incident }: Asked): boolean {
  if (!incident) return true
  return (
    standsAs(rule, incident) &&
    actor.grants.some((grant) => isFor(rule, grant) && isBound(rule, { actor, grant, incident }))
  )
}

function standsAs(rule: Rule, incident: IncidentFacts): boolean {
  return hasClass(rule, incident) && hasState(rule, incident)
}

function fieldsSeen(rules: readonly Rule[]): readonly IncidentField[] {
  return INCIDENT_FIELDS.filter((field) => rules.some(({ hides }) => !hides?.includes(field)))
}

/** Every read of S0 and S1 is an entry in the log (R-SEC-3). */
function obligationsOf(action: Action, { incident }: Asked): readonly Obligation[] {
  const always = OBLIGATIONS[action] ?? []
  const isConfidential = incident !== undefined && ['S0', 'S1'].includes(incident.class)
  return isConfidential && !always.includes('log') ? ['log', ...always] : always
}
