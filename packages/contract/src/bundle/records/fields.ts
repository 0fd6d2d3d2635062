import type { Category } from '@vigil/core/violations'
import {
  ADULTS,
  AGE,
  ANSWER,
  AS_IS,
  ATTRIBUTION,
  DATE,
  type Form,
  NUMBER,
  REGION,
  SEX,
  TALLY,
  TEXT,
} from './forms.ts'

/** A field of the bundle, and the element of the record that holds it. */
export interface Field {
  /** With dots where it lies in another one. */
  readonly path: string
  readonly element: string
  readonly form: Form
  /** Without it the record would say something else: what it cannot hold is refused, not kept beside. */
  readonly must?: true
  /** Of an object only these keys. */
  readonly keys?: readonly string[]
  /** Another name of a field before it: read where that one is missing, never written. */
  readonly alias?: true
}

export const INCIDENT_FIELDS: readonly Field[] = [
  { path: 'region', element: 'region', form: REGION, must: true },
  { path: 'firstReportedOn', element: 'firstReportedOn', form: DATE },
  { path: 'context', element: 'context', form: AS_IS },
  { path: 'summary', element: 'confidentialAccount', form: TEXT },
  { path: 'contextAdults.killed', element: 'adultsKilled', form: ADULTS },
  { path: 'contextAdults.injured', element: 'adultsInjured', form: ADULTS },
]

const END: Field = { path: 'end', element: 'end', form: DATE, must: true }

const VIOLATION_FIELDS: readonly Field[] = [
  { path: 'category', element: 'category', form: AS_IS, must: true },
  { path: 'start', element: 'start', form: DATE, must: true },
  {
    path: 'attribution',
    element: 'attribution',
    form: ATTRIBUTION,
    must: true,
    keys: ['kind', 'party', 'parties', 'alleged'],
  },
  { path: 'weapon', element: 'weapon', form: AS_IS },
  { path: 'purpose', element: 'purposes', form: AS_IS },
  { path: 'forms', element: 'forms', form: AS_IS },
  { path: 'subtypes', element: 'subtypes', form: AS_IS },
  { path: 'methods', element: 'methods', form: AS_IS },
  { path: 'facility', element: 'facility', form: AS_IS, must: true },
  { path: 'vacated', element: 'vacated', form: ANSWER },
  { path: 'reRecruitment', element: 'reRecruitment', form: ANSWER },
  { path: 'childrenAffectedEstimate', element: 'childrenAffected', form: AS_IS },
  { path: 'legalCharacterNote', element: 'legalCharacterNote', form: TEXT },
  { path: 'protectedPersons.killed', element: 'protectedKilled', form: ADULTS },
  { path: 'protectedPersons.injured', element: 'protectedInjured', form: ADULTS },
  { path: 'protectedPersons.abducted', element: 'protectedAbducted', form: ADULTS },
]

/** Regaining freedom ends an abduction; only an abduction has it. */
export function violationFields(category: Category): readonly Field[] {
  if (category !== 'abduction') return [...VIOLATION_FIELDS, END]
  const freedom: Field = { path: 'regainedFreedomOn', element: 'end', form: DATE, must: true }
  return [...VIOLATION_FIELDS, freedom, { ...END, alias: true }]
}

/** What a violation says of a child. */
export const ENTRY_FIELDS: readonly Field[] = [
  { path: 'ageAtStart', element: 'ageAtViolation', form: AGE },
]

/** What is said of a child and what a violation may say otherwise. */
export const OWN_FIELDS: readonly Field[] = [
  { path: 'ageStatus', element: 'ageStatus', form: AS_IS },
  { path: 'decisionNote', element: 'ageNote', form: TEXT },
]

export const CHILD_FIELDS: readonly Field[] = [
  { path: 'sex', element: 'sex', form: SEX },
  ...OWN_FIELDS,
]

/** The number of a group follows from its sexes; where these are not known, it stands for them. */
export const GROUP_FIELDS: readonly Field[] = [
  { path: 'tally', element: 'sexMix', form: TALLY, must: true },
  { path: 'tally', element: 'number', form: NUMBER },
]
