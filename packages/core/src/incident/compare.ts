import { canonicalJson, type Json } from '../log/canonical-json.ts'
import type { IncidentRecord, Subject } from './record.ts'

/** One field that differs between two versions; undefined where one of them does not have it. */
export interface Difference {
  readonly subject: string
  readonly field: string
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/**
 * What differs between two versions of an incident, field by field, by subject and field in the order of
 * the alphabet. A version is a fold as of some day; undefined: it did not exist yet.
 */
export function compareVersions(
  before: IncidentRecord | undefined,
  after: IncidentRecord | undefined,
): Difference[] {
  const [old, recent] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...old.keys(), ...recent.keys()])].sort()
  return names.flatMap((name) => {
    const [subject = '', field = ''] = name.split(' ', 2)
    const [one, other] = [old.get(name), recent.get(name)]
    const isSame = one !== undefined && other !== undefined && sameJson(one, other)
    return isSame ? [] : [{ subject, field, before: one, after: other }]
  })
}

function sameJson(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

function fieldsOf(record: IncidentRecord | undefined): Map<string, Json> {
  if (!record) return new Map()
  const { victims, groups, sources, responses, violations, incident } = record
  const subjects = [incident, ...violations, ...victims, ...groups, ...sources, ...responses]
  const fields = subjects.flatMap(subjectFields)
  const decided = violations.flatMap(({ id, category, verification }): [string, Json][] => [
    [`${id} category`, category],
    [`${id} status`, verification.status],
    [`${id} confirmed`, verification.tally as Json],
    [`${id} attributionVerified`, verification.verifiedAttribution !== null],
    [`${id} stopped`, verification.stopped],
  ])
  const links = record.links.map(({ link, from, to }): [string, Json] => [
    `${from} ${link}:${to}`,
    true,
  ])
  const texts = record.redactions.map(({ text, on }): [string, Json] => [`${text} redactedOn`, on])
  const duplicate: [string, Json] = [`${record.id} duplicateOf`, record.duplicateOf]
  return new Map([...fields, ...decided, ...links, ...texts, duplicate])
}

function subjectFields({ id, facts, voided }: Subject): [string, Json][] {
  const named = Object.entries(facts).map(([name, { value, claims }]): [string, Json] => [
    `${id} ${name}`,
    value === undefined ? { open: claims.map((claim) => claim.value) } : (value as Json),
  ])
  return [...named, [`${id} voided`, voided]]
}
