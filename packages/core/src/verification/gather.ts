import { factOf, linkedTo } from '../incident/find.ts'
import type { IncidentRecord, Subject, Violation } from '../incident/record.ts'
import { Age, type Majority, majorityOf } from '../incident/values/age.ts'
import { Attribution, partiesOf } from '../incident/values/attribution.ts'
import { NOBODY, sumOf, Tally, totalOf } from '../incident/values/tally.ts'
import type { PartyClass } from '../parties/vocabulary.ts'
import type { ViolationFacts } from '../violations/missing.ts'

/** Which class a party is of; undefined where nobody knows it. */
export type ClassOf = (party: string) => PartyClass | undefined

/**
 * Children of a violation: those known by a code or a number, by whether they are held to be children.
 */
export interface Children {
  readonly subject: Subject
  readonly tally: Tally
  readonly majority: Majority
}

/** Every child and group of children that a violation is said to have harmed. */
export function childrenOf(record: IncidentRecord, violation: string): Children[] {
  return linkedTo(record, 'victim_of', violation).map((subject) => ({
    subject,
    tally: subject.kind === 'group' ? groupTally(subject) : oneChild(subject),
    majority: subject.kind === 'group' ? 'child' : majority(subject),
  }))
}

/** How many children are alleged: one by one, in groups, and by number alone. Adults are not counted. */
export function allegedTally(record: IncidentRecord, violation: Violation): Tally {
  const children = childrenOf(record, violation.id).filter(({ majority: one }) => one !== 'adult')
  return sumOf([ownTally(violation), ...children.map(({ tally }) => tally)])
}

/** Children of a violation who are known by their number alone. */
export function ownTally(violation: Violation): Tally {
  return Tally.safeParse(factOf(violation, 'tally')).data ?? NOBODY
}

/** Who is held responsible as it stands; undefined where nothing is said, or where it is open. */
export function attributionOf(violation: Violation): Attribution | undefined {
  return Attribution.safeParse(factOf(violation, 'attribution')).data
}

/** What the rules about missing facts look at. */
export function gatherFacts(
  record: IncidentRecord,
  violation: Violation,
  classOf: ClassOf,
): ViolationFacts {
  const children = childrenOf(record, violation.id)
  const known = Object.fromEntries(
    Object.entries(violation.facts).map(([name, { value }]) => [name, value]),
  )
  const decided = children.filter(({ majority: one }) => one === 'child')
  return {
    category: violation.category,
    known: { ...known, category: violation.category },
    open: Object.entries(violation.facts).flatMap(([name, { value }]) =>
      value === undefined ? name : [],
    ),
    children: {
      known: totalOf(sumOf([ownTally(violation), ...decided.map(({ tally }) => tally)])),
      undecided: children.filter(({ majority: one }) => one === 'undecided').length,
    },
    isUsedByParty: isUsed(record, violation),
    responsible: responsibleFor(violation, classOf),
  }
}

/** Whether the incident knows of military use of the same facility. */
function isUsed({ violations }: IncidentRecord, { facts }: Violation): boolean {
  const facility = facts['facility']?.value
  return violations.some(
    (other) =>
      other.category === 'military_use' &&
      !other.voided &&
      facility !== undefined &&
      factOf(other, 'facility') === facility,
  )
}

function responsibleFor(violation: Violation, classOf: ClassOf): ViolationFacts['responsible'] {
  const attribution = attributionOf(violation)
  const classes = new Set(attribution ? partiesOf(attribution).map((party) => classOf(party)) : [])
  const [only] = [...classes]
  if (classes.size !== 1 || only === undefined || only === 'other_party') return 'other'
  return only
}

function majority(victim: Subject): Majority {
  const status = factOf(victim, 'ageStatus')
  return majorityOf({
    age: Age.safeParse(factOf(victim, 'ageAtViolation')).data ?? null,
    status: typeof status === 'string' ? status : null,
    noted: factOf(victim, 'ageNote') !== undefined,
  })
}

function oneChild(victim: Subject): Tally {
  const sex = factOf(victim, 'sex')
  if (sex === 'boy') return { ...NOBODY, boys: 1 }
  return sex === 'girl' ? { ...NOBODY, girls: 1 } : { ...NOBODY, unknown: 1 }
}

/** A group by its sexes where they are known; else its number, of unknown sex (R-COUNT-10). */
function groupTally(group: Subject): Tally {
  const number = factOf(group, 'number')
  const mix = Tally.safeParse(factOf(group, 'sexMix')).data
  return mix ?? { ...NOBODY, unknown: typeof number === 'number' ? number : 0 }
}
