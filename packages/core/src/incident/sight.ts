import type { SensitivityClass } from '../policy/facts.ts'
import { classOfElement, ELEMENT_CLASSES, type Element } from '../policy/elements.ts'
import { type Action, isOf } from './actions/action.ts'
import { findSubject } from './find.ts'
import type { Facts, IncidentRecord, Subject, Violation } from './record.ts'
import type { Conflict } from './registers.ts'
import { namedBy } from './subjects.ts'
import { textsOf } from './texts.ts'

/** Whether a reader sees elements of a class (`classesSeen` of the policy). */
export type Sees = (sensitivity: SensitivityClass) => boolean

/**
 * The class of an element of `subject` as it stands in the record (mrm.md 8.2); of an element that has
 * none, the strictest a record holds.
 */
export function classOfFact(subject: Subject | Violation, element: string): SensitivityClass {
  const name = `${subject.kind}.${element}`
  return isElement(name) ? classOfElement(name, surroundingsOf(subject)) : 'S1'
}

/** The record without what its reader does not see; what is left out leaves no trace. */
export function seenBy(record: IncidentRecord, sees: Sees): IncidentRecord {
  const shown = (subject: Subject): boolean => isSeen(subject, sees)
  const part = <Kind extends Subject>(subject: Kind): Kind => ({
    ...subject,
    facts: factsSeen(subject, sees),
  })
  const violations = record.violations.filter(shown).map((one) => withoutAttempts(part(one), sees))
  const seen = {
    incident: part(record.incident),
    violations,
    victims: record.victims.filter(shown).map(part),
    groups: record.groups.filter(shown).map(part),
    sources: record.sources.filter(shown).map(part),
    responses: record.responses.filter(shown).map(part),
  }
  const isHidden = (id: string): boolean =>
    findSubject(record, id) !== undefined && findSubject({ ...record, ...seen }, id) === undefined
  const isOpen = (action: Action): boolean => seesAction(record, action, sees)
  return {
    ...record,
    ...seen,
    links: record.links.filter(({ from, to }) => !isHidden(from) && !isHidden(to)),
    stateComments: record.stateComments.filter(isOpen),
    redactions: record.redactions.filter(() => sees('S1')),
    conflicts: record.conflicts.filter((conflict) => conflictIsSeen(conflict, isOpen)),
    waiting: record.waiting.filter(() => sees('S1')),
    registers: sees('S1') ? record.registers : new Map(),
  }
}

/** Whether a reader may know of `action`: of what it is about, and of every text in it. */
export function seesAction(record: IncidentRecord, action: Action, sees: Sees): boolean {
  const { deed } = action
  const named = namedBy(deed).map(([id]) => findSubject(record, id))
  const added = deed.kind === 'add' ? [findSubject(record, deed.added)] : []
  if ([...named, ...added].some((subject) => subject && !isSeen(subject, sees))) return false
  if (isOf(action, 'set') || isOf(action, 'correct')) {
    const subject = findSubject(record, action.deed.subject)
    return subject !== undefined && sees(classOfFact(subject, action.deed.element))
  }
  return textsOf(deed).length === 0 || sees('S1')
}

function conflictIsSeen({ entries }: Conflict, isOpen: (action: Action) => boolean): boolean {
  return entries.every(({ action }) => isOpen(action))
}

/** Sources are strictly confidential as a whole; so is what says that sexual violence happened. */
function isSeen(subject: Subject | Violation, sees: Sees): boolean {
  if (subject.kind === 'source') return sees(ELEMENT_CLASSES['source.category'])
  return subject.kind !== 'violation' || sees(classOfFact(subject, 'category'))
}

function factsSeen(subject: Subject, sees: Sees): Facts {
  const seen = Object.entries(subject.facts).filter(([name]) => sees(classOfFact(subject, name)))
  return Object.fromEntries(seen)
}

function withoutAttempts(violation: Violation, sees: Sees): Violation {
  return sees('S1') ? violation : { ...violation, attempts: [] }
}

function surroundingsOf(subject: Subject | Violation) {
  if (!('verification' in subject)) return {}
  return {
    sexualViolence: subject.category === 'sexual_violence',
    alleged: subject.verification.verifiedAttribution === null,
  }
}

function isElement(name: string): name is Element {
  return name in ELEMENT_CLASSES
}
