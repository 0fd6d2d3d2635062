import { z } from 'zod'
import { CODE_LISTS } from '../codes/lists.ts'
import { factOf, linkedTo } from '../incident/find.ts'
import type { IncidentRecord, Subject, Violation } from '../incident/record.ts'
import { Consent, findConsentFault } from '../incident/values/consent.ts'
import { type Missing, missingForVerification } from '../violations/missing.ts'
import { type ClassOf, gatherFacts } from './gather.ts'

/** What a country's task force asks of the sources before something is verified (R-VER-1). */
export const CriteriaPolicy = z.strictObject({
  minPrimary: z.int().min(1).max(10),
  minSecondary: z.int().min(0).max(10),
  /** Grades of the information that suffice. */
  credibility: z.array(z.enum(CODE_LISTS.credibility)).min(1).readonly(),
  /** Whether a trained monitor must have collected one of the primary sources. */
  trainedMonitor: z.boolean(),
})
export type CriteriaPolicy = Readonly<z.infer<typeof CriteriaPolicy>>

/** One primary source, found credible; a proposal until the task force sets its own (R-VER-1). */
export const USUAL_CRITERIA: CriteriaPolicy = {
  minPrimary: 1,
  minSecondary: 0,
  credibility: ['high', 'medium'],
  trainedMonitor: true,
}

/** The sources of a violation that count for its criteria. */
export interface CountedSources {
  readonly primary: readonly Subject[]
  readonly secondary: readonly Subject[]
}

/** What a checklist asks. */
export const CRITERIA = [
  'primarySources',
  'secondarySources',
  'trainedMonitor',
  'graded',
  'complete',
] as const

/** One line of the checklist: what is asked, what there is, and whether that suffices. */
export interface Criterion {
  readonly criterion: (typeof CRITERIA)[number]
  readonly rule: string
  readonly found: number
  readonly needed: number
  readonly met: boolean
}

export interface Checklist {
  readonly criteria: readonly Criterion[]
  /** What `complete` lacks. */
  readonly missing: readonly Missing[]
  readonly sources: CountedSources
}

/** What a checklist depends on beside the record; `on`: the day of the decision. */
export interface Judging {
  readonly policy: CriteriaPolicy
  readonly classOf: ClassOf
  readonly on: string
}

/** The criteria of a violation, met and unmet (R-VER-1). */
export function checklistOf(
  record: IncidentRecord,
  violation: Violation,
  { policy, classOf, on }: Judging,
): Checklist {
  const all = linkedTo(record, 'supports', violation.id)
  const sources = countedSources(all, policy, on)
  const missing = missingForVerification(gatherFacts(record, violation, classOf))
  const trained = sources.primary.filter((source) => factOf(source, 'trained') === 'yes')
  const ungraded = all.filter((source) => !isGraded(source))
  const criteria = [
    atLeast('primarySources', sources.primary.length, policy.minPrimary),
    atLeast('secondarySources', sources.secondary.length, policy.minSecondary),
    atLeast('trainedMonitor', trained.length, policy.trainedMonitor ? 1 : 0),
    none('graded', ungraded.length),
    none('complete', missing.length),
  ]
  return { criteria, missing, sources }
}

/**
 * Primary: who lived or saw it, and what a monitor observed; everybody else is secondary (mrm.md 1.2).
 */
export function tierOf(source: Subject): 'primary' | 'secondary' {
  const isObserved = factOf(source, 'type') === 'monitor_observation'
  const category = factOf(source, 'category')
  return isObserved || (category !== undefined && category !== 'secondary')
    ? 'primary'
    : 'secondary'
}

/**
 * Of the sources those that count: found credible enough, and told with consent to reporting where a
 * person told it (R-CON-2): what somebody did not consent to is not used, not even to verify.
 */
function countedSources(
  all: readonly Subject[],
  policy: CriteriaPolicy,
  on: string,
): CountedSources {
  const grades: readonly unknown[] = policy.credibility
  const counted = all.filter(
    (source) => grades.includes(factOf(source, 'credibility')) && mayBeUsed(source, on),
  )
  return {
    primary: counted.filter((source) => tierOf(source) === 'primary'),
    secondary: counted.filter((source) => tierOf(source) === 'secondary'),
  }
}

function mayBeUsed(source: Subject, on: string): boolean {
  if (tierOf(source) === 'secondary' || factOf(source, 'type') === 'monitor_observation')
    return true
  const given = z.array(Consent).safeParse(factOf(source, 'consent')).data ?? []
  return given.some(
    (consent) =>
      findConsentFault(consent, { purpose: 'reporting', on, recipient: null }) === undefined,
  )
}

/** Reliability and credibility are graded apart, each with its reason (mrm.md 2.2). */
function isGraded(source: Subject): boolean {
  const names = ['reliability', 'reliabilityReason', 'credibility', 'credibilityReason']
  return names.every((name) => factOf(source, name) !== undefined)
}

function atLeast(criterion: Criterion['criterion'], found: number, needed: number): Criterion {
  return { criterion, rule: 'R-VER-1', found, needed, met: found >= needed }
}

function none(criterion: Criterion['criterion'], found: number): Criterion {
  return {
    criterion,
    rule: criterion === 'graded' ? 'mrm.md 2.2' : 'R-VIO-1',
    found,
    needed: 0,
    met: found === 0,
  }
}
