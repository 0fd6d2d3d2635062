import type { IncidentFacts, Purpose, RecordFacts } from './facts.ts'
import type { Actor, Grant } from './grants.ts'
import type { Relation, Rule } from './rule.ts'

/** What is asked about: an incident, and for which purpose where one is stated. */
export interface Asked {
  readonly incident?: RecordFacts
  readonly purpose?: Purpose
}

/** Whether the rule is about somebody who holds this grant. */
export function isFor({ roles }: Rule, { role }: Grant): boolean {
  return roles.includes(role)
}

/** Whether the rule is about this person at all, whatever the record. */
export function isAbout(rule: Rule, { grants }: Actor): boolean {
  return rule.roles.length === 0 || grants.some((grant) => isFor(rule, grant))
}

export function hasClass({ classes }: Rule, incident: IncidentFacts): boolean {
  return classes === undefined || classes.includes(incident.class)
}

export function hasState({ states }: Rule, incident: IncidentFacts): boolean {
  return states === undefined || states.includes(incident.state)
}

/** Whether the rule spares this person at this incident. */
export function isSpared({ spares }: Rule, actor: Actor, { owner }: IncidentFacts): boolean {
  return spares === 'own' && owner === actor.id
}

/** Where nothing in particular is asked about, the purpose can still be stated later. */
export function isPurposeMet({ purposes }: Rule, { incident, purpose }: Asked): boolean {
  if (purposes === undefined || incident === undefined) return true
  return purpose !== undefined && purposes.includes(purpose)
}

interface Bond {
  readonly actor: Actor
  readonly grant: Grant
  readonly incident: RecordFacts
}

/** Whether, by this grant, the actor is to the incident what the rule asks. */
export function isBound({ relation }: Rule, bond: Bond): boolean {
  return RELATIONS[relation](bond)
}

const RELATIONS: Readonly<Record<Relation, (bond: Bond) => boolean>> = {
  any: () => true,
  own: ({ actor, grant, incident }) => covers(grant, incident) && incident.owner === actor.id,
  assigned: ({ actor, grant, incident }) =>
    covers(grant, incident) && incident.assignee === actor.id,
  region: ({ grant, incident }) =>
    covers(grant, incident) && (grant.regions?.includes(incident.region) ?? true),
  operation: ({ grant, incident }) => covers(grant, incident),
  opened: ({ actor, grant, incident }) =>
    covers(grant, incident) && incident.id !== undefined && isOpen(actor, incident.id),
  entity: ({ grant, incident }) => covers(grant, incident) && grant.entity === incident.entity,
}

function isOpen({ opened }: Actor, id: string): boolean {
  return opened?.includes(id) ?? false
}

function covers({ operation }: Grant, incident: IncidentFacts): boolean {
  return operation === null || operation === incident.operation
}
