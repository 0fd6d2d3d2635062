import {
  type EntityJson,
  preparsePolicySet,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs'
import {
  Action,
  type Actor,
  type IncidentFacts,
  type Purpose,
  type RecordFacts,
  type Relation,
  type Role,
  type Rule,
  RULES,
} from '../../src/policy/index.ts'

/**
 * The policy told to Cedar, an engine that was written and proven by others. Cedar cannot look through a
 * list of grants, so a person is a member of one group a thing that a grant covers, and an incident
 * names the groups that cover it, as far as the rules about that action ask for them.
 */
const GROUPED = ['region', 'operation', 'entity'] as const
type Grouped = (typeof GROUPED)[number]

/** Tells Cedar the rules once, by action; fails where it does not understand them. */
export function prepareCedar(): void {
  const rules: readonly Rule[] = RULES
  for (const action of Action.options) {
    const staticPolicies = rules
      .filter(({ actions }) => actions.includes(action))
      .map(toCedar)
      .join('\n')
    const parsed = preparsePolicySet(action, { staticPolicies })
    if (parsed.type === 'failure') throw new Error(JSON.stringify(parsed.errors))
  }
}

/** Whether Cedar allows it. */
export function asksCedar(
  { actor, action, purpose }: { actor: Actor; action: Action; purpose: Purpose | undefined },
  incident: RecordFacts,
): boolean {
  const principal = { type: 'Person', id: actor.id }
  const resource = { type: 'Incident', id: 'one' }
  const attributes = attributesOf(incident, bondsOf(actor, action))
  const isOpen = actor.opened?.some((id) => id === incident.id)
  const openTo = isOpen ? [{ __entity: principal }] : []
  const answer = statefulIsAuthorized({
    principal,
    resource,
    action: { type: 'Action', id: action },
    context: purpose === undefined ? {} : { purpose },
    preparsedPolicySetId: action,
    entities: [
      { uid: principal, attrs: {}, parents: groupsOf(actor).map(group) },
      { uid: resource, attrs: { ...attributes, openTo }, parents: [] },
    ],
  })
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors))
  return answer.response.decision === 'allow'
}

/** Which attributes of an incident the rules about `action` may ask for, for this person. */
function bondsOf({ grants }: Actor, action: Action): readonly string[] {
  const rules: readonly Rule[] = RULES
  const held = grants.map(({ role }) => role)
  return rules
    .filter(({ actions, relation }) => actions.includes(action) && relation !== 'any')
    .flatMap(({ roles, relation }) =>
      roles.filter((role) => held.includes(role)).map((role) => cover(role, relation)),
    )
}

function cover(role: Role, relation: Relation): string {
  return `${role}_${isGrouped(relation) ? relation : 'operation'}`
}

function toCedar({ effect, actions, ...rule }: Rule): string {
  const verb = effect === 'allow' ? 'permit' : 'forbid'
  const conditions = [
    rule.roles.length === 0
      ? 'true'
      : `(${rule.roles.map((role) => bond(role, rule.relation)).join(' || ')})`,
    rule.classes ? `${words(rule.classes)}.contains(resource.class)` : 'true',
    rule.states ? `${words(rule.states)}.contains(resource.state)` : 'true',
    rule.purposes
      ? `context has purpose && ${words(rule.purposes)}.contains(context.purpose)`
      : 'true',
  ]
  const spared = rule.spares === 'own' ? 'unless { resource.owner == principal }' : ''
  const named = actions.map((action) => `Action::"${action}"`).join(', ')
  return `${verb} (principal, action in [${named}], resource) when { ${conditions.join(' && ')} } ${spared};`
}

function bond(role: Role, relation: Relation): string {
  if (relation === 'any') return `principal in Group::"${role}"`
  const covered = cover(role, relation)
  const member = `resource has ${covered} && principal in resource.${covered}`
  if (relation === 'own') return `(${member} && resource.owner == principal)`
  if (relation === 'opened') return `(${member} && principal in resource.openTo)`
  if (relation !== 'assigned') return `(${member})`
  return `(${member} && resource has assignee && resource.assignee == principal)`
}

function isGrouped(relation: Relation): relation is Grouped {
  return (GROUPED as readonly Relation[]).includes(relation)
}

/** `*` stands for every operation or region. */
function groupsOf({ grants }: Actor): string[] {
  return grants.flatMap(({ role, operation, regions, entity }) => {
    const place = operation ?? '*'
    return [
      role,
      `${role} operation ${place}`,
      ...(regions ?? ['*']).map((region) => `${role} region ${place} ${region}`),
      ...(entity === null ? [] : [`${role} entity ${place} ${entity}`]),
    ]
  })
}

function attributesOf(incident: IncidentFacts, asked: readonly string[]): EntityJson['attrs'] {
  const person = (id: string) => ({ __entity: { type: 'Person', id } })
  return {
    class: incident.class,
    state: incident.state,
    owner: person(incident.owner),
    ...(incident.assignee === null ? {} : { assignee: person(incident.assignee) }),
    ...Object.fromEntries([...new Set(asked)].map((name) => [name, coversOf(name, incident)])),
  }
}

function coversOf(asked: string, { operation, region, entity }: IncidentFacts) {
  const relation = GROUPED.find((one) => asked.endsWith(`_${one}`)) ?? 'operation'
  const role = asked.slice(0, -relation.length - 1)
  const things = { operation: [''], region: [` ${region}`, ' *'], entity: [` ${entity}`] }
  return [operation, '*'].flatMap((place) =>
    things[relation].map((thing) => ({ __entity: group(`${role} ${relation} ${place}${thing}`) })),
  )
}

function group(id: string) {
  return { type: 'Group', id }
}

function words(values: readonly string[]): string {
  return `[${values.map((value) => `"${value}"`).join(', ')}]`
}
