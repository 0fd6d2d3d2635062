import type { IncidentField, Purpose, RecordFacts } from './facts.ts'
import type { Actor, Grant } from './grants.ts'
import { type Action, type Relation, type Rule } from './rule.ts'
import { RULES } from './rules.ts'

/**
 * What must be true of an incident, as a tree that another language can say: SQL for lists, counts and
 * search. `in` is never empty.
 */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'in'
      readonly field: IncidentField | 'id'
      readonly values: readonly string[]
    }

const NOTHING: Condition = { kind: 'any', of: [] }
const EVERYTHING: Condition = { kind: 'all', of: [] }

/** Whose rules are looked at, and what for. */
export interface Wish {
  readonly actor: Actor
  readonly action: Action
  readonly purpose?: Purpose
}

/** Which incidents the policy lets `actor` do `action` on; the same as asking `decide` about each. */
export function conditionOf(wish: Wish): Condition {
  const rules: readonly Rule[] = RULES.filter((rule: Rule) => rule.actions.includes(wish.action))
  const allowed = rules.filter(({ effect }) => effect === 'allow').map((rule) => allow(rule, wish))
  const forbidden = rules
    .filter(({ effect }) => effect === 'forbid')
    .filter(({ roles }) => roles.length === 0 || hasRole(wish.actor, roles))
    .map((rule) => forbid(rule, wish.actor))
  return all([any(allowed), not(any(forbidden))])
}

/** Whether `incident` is as `condition` says. */
export function meets(incident: RecordFacts, condition: Condition): boolean {
  if (condition.kind === 'not') return !meets(incident, condition.of)
  if (condition.kind === 'all') return condition.of.every((one) => meets(incident, one))
  if (condition.kind === 'any') return condition.of.some((one) => meets(incident, one))
  const value = incident[condition.field]
  return typeof value === 'string' && condition.values.includes(value)
}

function allow(rule: Rule, { actor, purpose }: Wish): Condition {
  const { purposes } = rule
  if (purposes && (purpose === undefined || !purposes.includes(purpose))) return NOTHING
  const bonds = actor.grants
    .filter(({ role }) => rule.roles.includes(role))
    .map((grant) => bond(rule.relation, grant, actor))
  return all([any(bonds), standing(rule)])
}

function forbid(rule: Rule, actor: Actor): Condition {
  const spared = rule.spares === 'own' ? is('owner', [actor.id]) : NOTHING
  return all([standing(rule), not(spared)])
}

function standing({ classes, states }: Rule): Condition {
  return all([
    classes ? is('class', classes) : EVERYTHING,
    states ? is('state', states) : EVERYTHING,
  ])
}

function bond(relation: Relation, grant: Grant, actor: Actor): Condition {
  if (relation === 'any') return EVERYTHING
  const covered = grant.operation === null ? EVERYTHING : is('operation', [grant.operation])
  return all([covered, BONDS[relation](grant, actor)])
}

const BONDS: Readonly<Record<Exclude<Relation, 'any'>, (grant: Grant, actor: Actor) => Condition>> =
  {
    own: (_, { id }) => is('owner', [id]),
    assigned: (_, { id }) => is('assignee', [id]),
    region: ({ regions }) => (regions ? is('region', regions) : EVERYTHING),
    operation: () => EVERYTHING,
    opened: (_, { opened = [] }) => (opened.length > 0 ? is('id', opened) : NOTHING),
    entity: ({ entity }) => (entity ? is('entity', [entity]) : NOTHING),
  }

function hasRole({ grants }: Actor, roles: readonly string[]): boolean {
  return grants.some(({ role }) => roles.includes(role))
}

function is(field: IncidentField | 'id', values: readonly string[]): Condition {
  return { kind: 'in', field, values }
}

function not(of: Condition): Condition {
  if (isNothing(of)) return EVERYTHING
  return isEverything(of) ? NOTHING : { kind: 'not', of }
}

function all(of: readonly Condition[]): Condition {
  const parts = of.filter((one) => !isEverything(one))
  if (parts.some(isNothing)) return NOTHING
  const [only, ...others] = parts
  return only && others.length === 0 ? only : { kind: 'all', of: parts }
}

function any(of: readonly Condition[]): Condition {
  const parts = of.filter((one) => !isNothing(one))
  if (parts.some(isEverything)) return EVERYTHING
  const [only, ...others] = parts
  return only && others.length === 0 ? only : { kind: 'any', of: parts }
}

function isNothing(condition: Condition): boolean {
  return condition.kind === 'any' && condition.of.length === 0
}

function isEverything(condition: Condition): boolean {
  return condition.kind === 'all' && condition.of.length === 0
}
