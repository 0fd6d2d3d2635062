import { isCategory } from '../violations/categories.ts'
import type { SubjectKind } from '../violations/elements/element.ts'
import { verificationOf } from '../verification/rounds.ts'
import { type Action, type ActionOf, actionsOf, isOf } from './actions/action.ts'
import { entryOf, REGISTERS } from './entries.ts'
import { factsOf } from './facts-of.ts'
import { dayOf, inOrder, knownOn } from './order.ts'
import type { IncidentRecord, Link, Redaction, Subject, Violation } from './record.ts'
import { conflictsIn, type Entry, type Register, standing, withoutWithdrawn } from './registers.ts'
import { isWaiting, subjectsOf } from './subjects.ts'

/** What is folded, with what was worked out of it on the way. */
interface Folding {
  readonly id: string
  readonly actions: readonly Action[]
  readonly entries: readonly Entry[]
  readonly registers: ReadonlyMap<string, Register>
}

/**
 * An incident as it follows from its actions (architecture.md 3.1): whatever order they arrived in, the
 * record is the same. With `asOf` (ISO 8601) it is the record as it was known at the end of that day.
 * Undefined where it did not exist yet.
 */
export function fold(all: readonly Action[], asOf?: string): IncidentRecord | undefined {
  const actions = inOrder(asOf === undefined ? all : knownOn(all, asOf))
  const begun = actions.find((action) => isOf(action, 'record'))
  if (!begun) return undefined
  const own = actions.filter(({ incident }) => incident === begun.incident)
  const subjects = subjectsOf(own)
  const waiting = own.filter(({ deed }) => isWaiting(deed, subjects))
  const live = withoutWithdrawn(own.filter((action) => !waiting.includes(action)))
  const entries = live.flatMap((action) => entryOf(action) ?? [])
  const folding = { id: begun.incident, actions: live, entries, registers: standing(entries) }
  return { ...recordOf(folding, begun), waiting }
}

function recordOf(folding: Folding, begun: Action): Omit<IncidentRecord, 'waiting'> {
  const { id, actions, registers } = folding
  const added = actionsOf(actions, 'add')
  const ofKind = (kind: SubjectKind): Subject[] =>
    added
      .filter(({ deed }) => deed.subject === kind)
      .map((action) => subjectOf(folding, { id: action.deed.added, kind, action }))
  const duplicate = registers.get(REGISTERS.duplicate)
  return {
    id,
    incident: subjectOf(folding, { id, kind: 'incident', action: begun }),
    violations: added.flatMap((action) => violationOf(folding, action) ?? []),
    victims: ofKind('victim'),
    groups: ofKind('group'),
    sources: ofKind('source'),
    responses: ofKind('response'),
    links: linksIn(registers),
    duplicateOf: typeof duplicate?.entry.value === 'string' ? duplicate.entry.value : null,
    stateComments: actionsOf(actions, 'stateComment'),
    redactions: redactionsIn(actions),
    conflicts: conflictsIn(registers),
    registers,
  }
}

function subjectOf(
  { entries, registers }: Folding,
  {
    id,
    kind,
    action,
  }: { readonly id: string; readonly kind: SubjectKind; readonly action: Action },
): Subject {
  const voided = registers.get(REGISTERS.voided(id))?.entry.value === true
  const facts = factsOf(id, entries, registers)
  return { id, kind, facts, voided, recordedOn: dayOf(action.receivedAt) }
}

function violationOf(folding: Folding, action: ActionOf<'add'>): Violation | undefined {
  const { deed } = action
  if (deed.subject !== 'violation' || deed.category === null) return undefined
  const subject = subjectOf(folding, { id: deed.added, kind: 'violation', action })
  const category = subject.facts['category']?.value
  const { actions, registers } = folding
  return {
    ...subject,
    kind: 'violation',
    category: isCategory(category) ? category : deed.category,
    verification: verificationOf({ violation: deed.added, added: action, actions, registers }),
    attempts: actionsOf(actions, 'attempt').filter(
      ({ deed: { violation } }) => violation === deed.added,
    ),
  }
}

function linksIn(registers: ReadonlyMap<string, Register>): Link[] {
  return [...registers.values()]
    .filter(({ entry }) => entry.value === true)
    .flatMap(({ entry: { action } }) => (isOf(action, 'link') ? [linkOf(action)] : []))
}

function linkOf({ deed: { link, from, to } }: ActionOf<'link'>): Link {
  return { link, from, to }
}

/** A text is destroyed once: the first time counts. */
function redactionsIn(actions: readonly Action[]): Redaction[] {
  const all = actionsOf(actions, 'redact').map(({ id, receivedAt, deed }) => ({
    text: deed.text,
    on: dayOf(receivedAt),
    action: id,
  }))
  return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at)
}
