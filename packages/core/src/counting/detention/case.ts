import type { AgeAssessment } from './age.ts'
import { endOf, type Span, startOf } from './span.ts'
import type { Day } from '../facts/days.ts'

/** What can happen to a detained child (K25). */
export const CASE_EVENTS = ['transferred', 'handed_over', 'released', 'escaped', 'died'] as const
type CaseEventKind = (typeof CASE_EVENTS)[number]

export interface CaseEvent {
  readonly at: Span
  readonly kind: CaseEventKind
  /** Who received the child; null where that is not said. */
  readonly to: 'civilian' | 'force' | null
}

/** A child in detention, from being apprehended to the end of it (mrm.md 6.1). */
export interface DetentionCase {
  readonly child: string
  readonly apprehendedAt: Span | null
  /** In the order of time. */
  readonly events: readonly CaseEvent[]
  readonly ageAssessment: AgeAssessment | null
}

/** Where a child is. */
export type CaseState = 'detained' | 'handedOver' | 'released' | 'escaped' | 'died'

/** Whether an event is the reception by a civilian actor, which alone stops the clock (R-HO-3, K25). */
export function isReception({ kind, to }: CaseEvent): boolean {
  return kind === 'handed_over' ? to !== 'force' : kind === 'transferred' && to === 'civilian'
}

/** What had happened before a moment. */
export function eventsBefore({ events }: DetentionCase, moment: number): readonly CaseEvent[] {
  return events.filter(({ at }) => at.from < moment)
}

/** Where the child of a case was at a moment (K25): as the last event says that is no transfer. */
export function stateAt(one: DetentionCase, moment: number): CaseState {
  return eventsBefore(one, moment).reduce<CaseState>((state, event) => {
    if (isReception(event)) return 'handedOver'
    const { kind } = event
    return kind === 'released' || kind === 'escaped' || kind === 'died' ? kind : state
  }, 'detained')
}

/** When a case began: its apprehension, or where that is unknown its handover (K25). */
export function beginOf({ apprehendedAt, events }: DetentionCase): Span | null {
  return apprehendedAt ?? events.find(isReception)?.at ?? null
}

/** Whether a case belongs to a period: by the day of its begin, in UTC (K25). */
export function beganIn(one: DetentionCase, { start, end }: { start: Day; end: Day }): boolean {
  const begin = beginOf(one)
  return begin !== null && begin.from >= startOf(start) && begin.from < endOf(end)
}

/** The case that decides for each child: the one that began last, of several at once the last listed (K25). */
export function latestByChild(cases: readonly DetentionCase[]): ReadonlyMap<string, DetentionCase> {
  return new Map(inOrderOfBegin(cases).map((one) => [one.child, one]))
}

/** Cases by their begin; those that began together as they are listed. */
export function inOrderOfBegin(cases: readonly DetentionCase[]): readonly DetentionCase[] {
  const begin = (one: DetentionCase): number => beginOf(one)?.from ?? Number.NEGATIVE_INFINITY
  return cases
    .map((one) => ({ one, at: begin(one) }))
    .toSorted((first, second) => (first.at < second.at ? -1 : Number(first.at > second.at)))
    .map(({ one }) => one)
}
