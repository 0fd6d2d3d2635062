import { createHash } from 'node:crypto'
import { type Action, type Relation, type Rule, RULES } from '@vigil/core/policy'
import { type Client, escapeLiteral } from 'pg'
import { APPLICATION_ROLE } from '../postgres/roles.ts'

/** Which statement on which table which action of the policy stands behind. */
const INCIDENT = [
  { name: 'incident_read', on: 'incident', verb: 'select', action: 'incident.read' },
  { name: 'incident_export', on: 'incident', verb: 'select', action: 'incident.export' },
  { name: 'incident_record', on: 'incident', verb: 'insert', action: 'incident.record' },
  { name: 'incident_classify', on: 'incident', verb: 'update', action: 'incident.classify' },
] as const satisfies readonly PolicyOn[]

/** What became of an incident is seen, and added to, by whoever sees the incident. */
const CHANGES = ['select', 'insert'] as const

interface PolicyOn {
  readonly name: string
  readonly on: string
  readonly verb: 'select' | 'insert' | 'update'
  readonly action: Action
}

/**
 * Writes the policies of row-level security from the rules of core, where they are not those already:
 * the second net, which holds where a query forgets to ask. Runs as the owner of the tables, in one
 * transaction.
 */
export async function applyRowSecurity(client: Client): Promise<void> {
  const statements = describePolicies(RULES)
  const version = createHash('sha256').update(statements.join('\n')).digest('hex')
  const { rows } = await client.query<{ version: string | null }>(
    `select obj_description('incident'::regclass, 'pg_class') as version`,
  )
  const comment = `The header of an incident: all that decides who may see it. Policies: ${version}`
  if (rows[0]?.version === comment) return
  await client.query('begin')
  for (const statement of statements) await client.query(statement)
  await client.query(`comment on table incident is ${escapeLiteral(comment)}`)
  await client.query('commit')
}

/** The statements that make the policies, each after the one that takes away what stood there. */
function describePolicies(rules: readonly Rule[]): string[] {
  const ofIncident = INCIDENT.flatMap(({ name, on, verb, action }) => {
    const condition = toSql(rules.filter(({ actions }) => actions.some((one) => one === action)))
    const wish = verb === 'select' ? ` and ${isErrand(action)}` : ''
    return replacePolicy(name, `${on} for ${verb}`, `${condition}${wish}`)
  })
  const ofChanges = CHANGES.flatMap((verb) =>
    replacePolicy(
      `incident_change_${verb}`,
      `incident_change for ${verb}`,
      'exists (select from incident where incident.id = incident_id)',
    ),
  )
  return [...ofIncident, ...ofChanges]
}

/** A transaction that exports sees what may be exported; every other one what may be read. */
function isErrand(action: Action): string {
  const exports = `(select current_setting('vigil.action', true)) = 'incident.export'`
  return action === 'incident.export' ? exports : `(${exports}) is not true`
}

function replacePolicy(name: string, place: string, condition: string): string[] {
  const [table = ''] = place.split(' ')
  const verb = place.endsWith('insert') ? 'with check' : 'using'
  return [
    `drop policy if exists ${name} on ${table}`,
    `create policy ${name} on ${place} to ${APPLICATION_ROLE} ${verb} (${condition})`,
  ]
}

function toSql(rules: readonly Rule[]): string {
  const allowed = rules.filter(({ effect }) => effect === 'allow').map(allow)
  const forbidden = rules.filter(({ effect }) => effect === 'forbid').map(forbid)
  return `(${either(allowed)}) and not (${either(forbidden)})`
}

function allow(rule: Rule): string {
  const { relation, roles, purposes } = rule
  const stated = purposes ? [`(select vigil_purpose()) = any (${list(purposes)})`] : []
  return `(${[BONDS[relation](list(roles)), ...standing(rule), ...stated].join(' and ')})`
}

function forbid(rule: Rule): string {
  const who = rule.roles.length === 0 ? [] : [BONDS.any(list(rule.roles))]
  const spared = rule.spares === 'own' ? [`owner is distinct from (select vigil_actor())`] : []
  return `(${[...who, ...standing(rule), ...spared, 'true'].join(' and ')})`
}

function standing({ classes, states }: Rule): string[] {
  return [
    ...(classes ? [`class = any (${list(classes)})`] : []),
    ...(states ? [`state = any (${list(states)})`] : []),
  ]
}

/** Compares columns with lists that are made once a query, never once a row. */
const BONDS: Readonly<Record<Relation, (roles: string) => string>> = {
  any: (roles) => `(select vigil_has(${roles}))`,
  own: (roles) => `(owner = (select vigil_actor()) and ${BONDS.operation(roles)})`,
  assigned: (roles) =>
    `(assignee is not distinct from (select vigil_actor()) and ${BONDS.operation(roles)})`,
  operation: (roles) => isCovered(roles, 'operation', ['operation', `'*'`]),
  region: (roles) =>
    isCovered(roles, 'region', [
      `operation || ' ' || region`,
      `operation || ' *'`,
      `'* ' || region`,
      `'* *'`,
    ]),
  entity: (roles) => isCovered(roles, 'entity', [`operation || ' ' || entity`, `'* ' || entity`]),
}

function isCovered(roles: string, relation: Relation, things: readonly string[]): string {
  const covered = `(select vigil_covered(${escapeLiteral(relation)}, ${roles}))::text[]`
  return `(${either(things.map((thing) => `${thing} = any (${covered})`))})`
}

function either(conditions: readonly string[]): string {
  return ['false', ...conditions].join(' or ')
}

function list(values: readonly string[]): string {
  return `array[${values.map(escapeLiteral).join(', ')}]::text[]`
}
