import {
  ATTRIBUTION_KINDS,
  ATTRIBUTION_STATUSES,
  PARTY_CLASSES,
  PARTY_RELATIONS,
} from '../parties/vocabulary.ts'
import { STATUS_TRANSITIONS, type VerificationStatus } from '../verification/statuses.ts'
import { type Category, UNITS } from '../violations/categories.ts'
import { ACCESS_CODES } from './access.ts'
import { COMMON_CODES } from './common.ts'
import { CONSENT_CODES } from './consent.ts'
import { EVENT_CODES } from './event.ts'
import { FACILITIES_CODES } from './facilities.ts'
import { HARM_CODES } from './harm.ts'
import { RECRUITMENT_CODES } from './recruitment.ts'
import { SOURCES_CODES } from './sources.ts'
import { WORK_CODES } from './work.ts'

/**
 * The version of all lists together. It rises with every change; a code never changes its meaning and
 * never disappears, so that what was recorded with an earlier version is still read.
 */
export const CODE_LISTS_VERSION = 'record-codes/1'

/**
 * Every list of codes that the record knows, by its name. The label of a code stands in the catalogue
 * `record` under `list.code`, in every language.
 */
export const CODE_LISTS = {
  ...COMMON_CODES,
  ...EVENT_CODES,
  ...RECRUITMENT_CODES,
  ...HARM_CODES,
  ...FACILITIES_CODES,
  ...ACCESS_CODES,
  ...SOURCES_CODES,
  ...CONSENT_CODES,
  ...WORK_CODES,
  category: Object.keys(UNITS) as readonly Category[],
  status: Object.keys(STATUS_TRANSITIONS) as readonly VerificationStatus[],
  /** The three levels of mrm.md 3.3; `LEVELS` of the policy says who decides there. */
  level: ['focal_point', 'ctfmr_technical', 'ctfmr'],
  partyClass: PARTY_CLASSES,
  partyRelation: PARTY_RELATIONS,
  attributionKind: ATTRIBUTION_KINDS,
  attributionStatus: ATTRIBUTION_STATUSES,
} as const satisfies Readonly<Record<string, readonly string[]>>

export type CodeList = keyof typeof CODE_LISTS
/** A code of one list. */
export type Code<List extends CodeList> = (typeof CODE_LISTS)[List][number]

/** The codes of a list, as words. */
export function codesOf(list: CodeList): readonly string[] {
  return CODE_LISTS[list]
}

/** Whether `word` is a code of `list`. */
export function isCode<List extends CodeList>(list: List, word: unknown): word is Code<List> {
  return typeof word === 'string' && codesOf(list).includes(word)
}
