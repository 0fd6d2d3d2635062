import type { IncidentRecordView } from '@vigil/contract/schemas'
import { type Facts, headsOf, type IncidentRecord, textsStanding } from '@vigil/core/incident'

/** What a reader is shown of a record, of which only what they see is given. */
export function viewOf(
  record: IncidentRecord,
  { words, asOf }: { readonly words: ReadonlyMap<string, string>; readonly asOf: string | null },
): IncidentRecordView {
  const { incident, victims, groups, sources, responses, links, duplicateOf, registers } = record
  const texts = textsStanding(record).flatMap((id): [string, string][] => {
    const found = words.get(id)
    return found === undefined ? [] : [[id, found]]
  })
  return {
    asOf,
    incident: subjectOf(incident),
    violations: record.violations.map((one) => ({
      ...subjectOf(one),
      category: one.category,
      status: one.verification.status,
      since: one.verification.since,
      stopped: one.verification.stopped,
    })),
    victims: victims.map(subjectOf),
    groups: groups.map(subjectOf),
    sources: sources.map(subjectOf),
    responses: responses.map(subjectOf),
    links: [...links],
    duplicateOf,
    conflicts: record.conflicts.map(({ register, entries }) => ({
      register,
      actions: entries.map(({ action }) => action.id),
    })),
    waiting: record.waiting.map(({ id }) => id),
    heads: Object.fromEntries(
      [...registers.keys()].map((name) => [name, headsOf(registers, name)]),
    ),
    texts: Object.fromEntries(texts),
  }
}

type ViewedSubject = IncidentRecordView['incident']

function subjectOf(subject: IncidentRecord['incident']): ViewedSubject {
  const { id, facts, voided, recordedOn } = subject
  return { id, facts: factsOf(facts), voided, recordedOn }
}

function factsOf(facts: Facts): ViewedSubject['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, { value, claims, recordedOn }]) => [
      name,
      {
        value: value ?? null,
        isOpen: value === undefined,
        claims: [...claims],
        recordedOn,
      },
    ]),
  )
}
