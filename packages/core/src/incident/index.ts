export {
  Action,
  type ActionOf,
  actionsOf,
  Deed,
  type DeedKind,
  isEdit,
  isOf,
} from './actions/action.ts'
export { type Outcome, OUTCOMES } from './actions/decisions.ts'
export { Claim, type LinkKind, LINKS } from './actions/facts.ts'
export { Stamp } from './actions/stamp.ts'
export { findActionFault } from './check.ts'
export { compareVersions, type Difference } from './compare.ts'
export { findElement, SUBJECT_ELEMENTS } from './elements/by-subject.ts'
export { REGISTERS } from './entries.ts'
export type { ActionFault } from './faults.ts'
export { factOf, findSubject, findViolation, linkedTo } from './find.ts'
export { fold } from './fold.ts'
export { type HistoryEntry, type HistoryText, historyOf } from './history.ts'
export { inOrder, knownOn } from './order.ts'
export type { Fact, Facts, IncidentRecord, Link, Redaction, Subject, Violation } from './record.ts'
export { type Conflict, type Entry, headsOf, type Register } from './registers.ts'
export { classOfFact, type Sees, seenBy, seesAction } from './sight.ts'
export { findSubjectAlone } from './subject-of.ts'
export { textsOf, textsStanding } from './texts.ts'
export { Age, type AgeFacts, isBelow15, type Majority, majorityOf } from './values/age.ts'
export { Attribution, partiesOf } from './values/attribution.ts'
export { Consent, type ConsentFault, findConsentFault, type Use } from './values/consent.ts'
export { Disability, hasDisability } from './values/disability.ts'
export { Id } from './values/id.ts'
export { JsonValue } from './values/json.ts'
export {
  DateRange,
  PartialDate,
  precisionOf,
  type Span,
  spanOf,
  spanOfRange,
} from './values/partial-date.ts'
export { Place } from './values/place.ts'
export { Adults, findRest, NOBODY, sumOf, Tally, totalOf } from './values/tally.ts'
export { findValue, TextRef, type Value } from './values/value.ts'
