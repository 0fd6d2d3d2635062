import type { CountingData, Report } from '../model.ts'
import { percent1dp } from '../numbers/ratio.ts'
import { distinctChildren } from '../units/distinct.ts'
import type { Line } from '../units/lines.ts'
import { totalOf } from '../units/tally.ts'
import { determineAge } from './age.ts'
import {
  beganIn,
  type CaseState,
  type DetentionCase,
  inOrderOfBegin,
  latestByChild,
  stateAt,
} from './case.ts'
import { type HandoverStatus, handoverStatus } from './clock.ts'
import { endOf } from './span.ts'

/** Children in detention (T17, R-COUNT-13): never part of a total. Figures without a count may be missing. */
export type Detention = ReadonlyMap<string, DetentionFigure>

/** A count, a share, or a word: the source, or what an assessment of age says. */
type DetentionFigure = number | string | null

/**
 * Detention in a period as of 24:00 UTC of its last day (K25), from cases where the operation keeps
 * them, otherwise from violations; the source is printed and the two are never added.
 */
export function detentionOf(data: CountingData, report: Report, lines: readonly Line[]): Detention {
  return data.detentionCases === null
    ? fromViolations(lines, report)
    : fromCases(data.detentionCases, report, data.policies.handoverDeadlineHours)
}

function fromCases(
  all: readonly DetentionCase[],
  report: Report,
  deadlineHours: number | null,
): Detention {
  const cases = all.filter((one) => beganIn(one, report))
  const children = [...latestByChild(cases).values()].filter((one) => !isAdult(one, report))
  const moment = endOf(report.end)
  const states = children.map((one) => stateAt(one, moment))
  const clocks = children.map((one) => handoverStatus(one, moment, deadlineHours))
  const inState = (state: CaseState): number => states.filter((one) => one === state).length
  const onClock = (status: HandoverStatus): number => clocks.filter((one) => one === status).length
  return new Map<string, DetentionFigure>([
    ['detentionSource', 'cases'],
    ['children', children.length],
    ['handedOver', inState('handedOver')],
    ['stillDetainedAtPeriodEnd', inState('detained')],
    ...whereAny('released', inState('released')),
    ...whereAny('escaped', inState('escaped')),
    ...whereAny('died', inState('died')),
    ['handoverOnTime', onClock('onTime')],
    ['handoverLate', onClock('late')],
    ['handoverOverdueOpen', onClock('overdueOpen')],
    ...whereAny('handoverIndeterminate', onClock('indeterminate')),
    ...whereAny('handoverNoClock', onClock('noClock')),
    ['onTimeSharePercent1dp', percent1dp(onClock('onTime'), children.length)],
    ...ageDeterminations(cases, report),
  ])
}

/** Whether the person of a case was found to be an adult, and so stands in no figure (K26). */
export function isAdult({ ageAssessment }: DetentionCase, { cutoff }: Report): boolean {
  return ageAssessment !== null && determineAge(ageAssessment, cutoff) === 'adult'
}

/** One for each child whose age was assessed, by code; for internal outputs only (K12, K26). */
function ageDeterminations(
  cases: readonly DetentionCase[],
  { cutoff }: Report,
): readonly (readonly [string, string])[] {
  return inOrderOfBegin(cases).flatMap(({ child, ageAssessment }) => {
    const key = `ageDetermination${child.replaceAll('-', '')}`
    return ageAssessment ? [[key, determineAge(ageAssessment, cutoff)] as const] : []
  })
}

/** Violations say when it began and ended, and nothing of handovers: none is judged. */
function fromViolations(lines: readonly Line[], { end }: Report): Detention {
  const children = totalOf(distinctChildren(lines))
  const open = lines.filter(({ situation: { facts } }) => facts.end === null || facts.end > end)
  const held = totalOf(distinctChildren(open))
  return new Map<string, DetentionFigure>([
    ['detentionSource', 'violations'],
    ['children', children],
    ['handedOver', 0],
    ['stillDetainedAtPeriodEnd', held],
    ...whereAny('endedInAnotherWay', children - held),
    ['handoverOnTime', 0],
    ['handoverLate', 0],
    ['handoverOverdueOpen', 0],
    ['onTimeSharePercent1dp', percent1dp(0, children)],
  ])
}

function whereAny(key: string, count: number): readonly (readonly [string, number])[] {
  return count > 0 ? [[key, count]] : []
}
