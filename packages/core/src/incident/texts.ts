import type { Json } from '../log/canonical-json.ts'
import type { Deed } from './actions/action.ts'
import type { IncidentRecord } from './record.ts'

/** Where ids of texts stand in actions and in values. */
const TEXT_KEYS = ['text', 'reason', 'refusedBy', 'asReported']

/** Ids of the free texts that a deed refers to; the texts themselves are stored apart. */
export function textsOf(deed: Deed): string[] {
  return deed.kind === 'redact' ? [deed.reason] : [...new Set(textsIn(deed))]
}

/**
 * Ids of the texts that a record shows: those of its facts with every claim about them, of comments and
 * attempts. What was replaced and why something was done stand in the history alone; a text that was
 * destroyed stands nowhere.
 */
export function textsStanding(record: IncidentRecord): string[] {
  const { incident, violations, victims, groups, sources, responses, stateComments } = record
  const subjects = [incident, ...violations, ...victims, ...groups, ...sources, ...responses]
  const claims = subjects.flatMap(({ facts }) =>
    Object.values(facts).flatMap((fact) => fact.claims.map(({ value }) => value)),
  )
  const deeds = [...stateComments, ...violations.flatMap(({ attempts }) => attempts)]
  const found = [...claims.flatMap(textsIn), ...deeds.flatMap(({ deed }) => textsOf(deed))]
  const gone = new Set(record.redactions.map(({ text }) => text))
  return [...new Set(found)].filter((text) => !gone.has(text))
}

function textsIn(value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    TEXT_KEYS.includes(key) && typeof inner === 'string' ? [inner] : textsIn(inner),
  )
}
