import { decideBy, type Decision, type Question } from './decide.ts'
import { hasClass, hasState, isAbout, isBound, isFor, isPurposeMet, isSpared } from './fitting.ts'
import type { IncidentFacts, RecordFacts } from './facts.ts'
import type { ActingGrant, Actor } from './grants.ts'
import { Action, type Rule } from './rule.ts'
import { RULES } from './rules.ts'

/**
 * What a rule says to a question. `holds`: it allows or forbids it. Otherwise why it does not: no role
 * it is about is held; no grant binds to the record as it asks; class, state or purpose is another;
 * the person is spared; it depends on which record (where none is asked about); it would hold by a
 * grant whose entity does not co-chair today.
 */
export type RuleAnswer =
  | 'holds'
  | 'role'
  | 'relation'
  | 'class'
  | 'state'
  | 'purpose'
  | 'spared'
  | 'record'
  | 'seat'

/** One rule about the action, what it says, and the grants by which it is about the person. */
export interface RuleFinding {
  readonly rule: Rule
  readonly answer: RuleAnswer
  /** Those that make it hold, or, where it does not, those whose role it names. */
  readonly grants: readonly ActingGrant[]
}

/** A decision and how every rule about the action contributed to it, in the order of the table. */
export interface Explanation {
  readonly decision: Decision
  readonly findings: readonly RuleFinding[]
}

/** Who asks for what, and what else they hold that does not count today. */
type Asking = Question & {
  readonly actor: Actor
  /** Grants of seats whose entity does not co-chair: they explain, and never decide. */
  readonly unseated?: readonly ActingGrant[]
}

/**
 * Why somebody may do something or not, by the rules in force: the decision is that of `decide`, the
 * findings come from the same tests of the same rules (R-SEC-2).
 */
export function explain(question: Asking): Explanation {
  const rules: readonly Rule[] = RULES
  return {
    decision: decideBy(rules, question),
    findings: rules
      .filter(({ actions }) => actions.includes(question.action))
      .map((rule) => findSeat(rule, question) ?? find(rule, question)),
  }
}

/** All that somebody may do, and all they may not, each with its explanation; no record in particular. */
export function explainAll(
  actor: Actor,
  unseated: readonly ActingGrant[] = [],
): readonly (readonly [Action, Explanation])[] {
  return Action.options.map((action) => [action, explain({ actor, action, unseated })] as const)
}

/** That an allowing rule holds by seats alone that nobody has today; undefined where it is otherwise. */
function findSeat(rule: Rule, asking: Asking): RuleFinding | undefined {
  const { actor, unseated = [] } = asking
  if (rule.effect === 'forbid' || find(rule, asking).answer === 'holds') return undefined
  const seats = unseated.filter((grant) => isFor(rule, grant))
  const seated = find(rule, { ...asking, actor: { ...actor, grants: seats } })
  return seated.answer === 'holds' ? { ...seated, answer: 'seat' } : undefined
}

function find(rule: Rule, asking: Asking): RuleFinding {
  const { actor, incident } = asking
  const named = actor.grants.filter((grant) => isFor(rule, grant))
  if (!isAbout(rule, actor)) return { rule, answer: 'role', grants: [] }
  if (!incident) return { rule, answer: withoutRecord(rule), grants: named }
  const answer = standing(rule, incident)
  if (answer) return { rule, answer, grants: named }
  return rule.effect === 'forbid'
    ? { rule, answer: isSpared(rule, actor, incident) ? 'spared' : 'holds', grants: named }
    : allowing(rule, { ...asking, incident }, named)
}

/** What is allowed on some records is allowed; what is forbidden on some is not forbidden. */
function withoutRecord({ effect, classes, states }: Rule): RuleAnswer {
  return effect === 'forbid' && (classes ?? states) ? 'record' : 'holds'
}

function standing(rule: Rule, incident: IncidentFacts): RuleAnswer | undefined {
  if (!hasClass(rule, incident)) return 'class'
  return hasState(rule, incident) ? undefined : 'state'
}

function allowing(
  rule: Rule,
  asking: Asking & { readonly incident: RecordFacts },
  named: readonly ActingGrant[],
): RuleFinding {
  const { actor, incident } = asking
  const bound = named.filter((grant) => isBound(rule, { actor, grant, incident }))
  if (bound.length === 0) return { rule, answer: 'relation', grants: named }
  return { rule, answer: isPurposeMet(rule, asking) ? 'holds' : 'purpose', grants: bound }
}
