import { LATEST } from '../facts/timeline.ts'
import { isGrave } from '../../violations/categories.ts'
import { findSituation, isVerified, type Situation } from '../facts/situation.ts'
import type { ActionPlan, CountingData, Violation } from '../model.ts'
import { namedParty } from '../parties/rows.ts'
import { findUmbrella, type Memberships } from '../parties/umbrellas.ts'
import { countUnits } from '../units/lines.ts'
import { totalOf, sumTallies } from '../units/tally.ts'
import { distinctVictims } from '../units/victims.ts'
import { baselineSituation } from './baseline.ts'

/** Violations that an action plan should have ended: a signal for people, never a verdict (R-AP-1). */
export interface ActionPlanSignal {
  readonly violationsOverlappingAfterSignature: readonly string[]
  readonly children: number
}

/**
 * Signals of every plan (R-AP-1, K27), from all that is known in the end and tied to no report: verified
 * acts in a category of the plan by its party, or where it covers members by a direct member on the day
 * the act began, whose last day lies after the signature.
 */
export function actionPlanSignals(
  data: CountingData,
  memberships: Memberships,
): ReadonlyMap<string, ActionPlanSignal> {
  const verified = data.violations
    .flatMap((record) => findSituation(record, LATEST) ?? baselineSituation(record) ?? [])
    .filter((one) => isVerified(one) && isGrave(one.facts.category))
  return new Map(
    data.actionPlans.map((plan) => {
      const found = verified.filter((one) => isSignal(one, plan, { data, memberships }))
      return [plan.id, signalOf(found, data)]
    }),
  )
}

function isSignal(
  { facts }: Situation,
  { party, coversMembers, signedOn, violations }: ActionPlan,
  { data, memberships }: { data: CountingData; memberships: Memberships },
): boolean {
  if (!violations.includes(facts.category) || lastDay(facts, data) <= signedOn) return false
  const actor = namedParty(facts.attribution, { parties: data.parties, asOf: LATEST })
  if (actor === null) return false
  return (
    actor === party || (coversMembers && findUmbrella(actor, facts.start, memberships) === party)
  )
}

/** The last day of an act (K27): its end; none yet where a continuing one has no end; else its start. */
function lastDay({ category, start, end }: Violation, { policies }: CountingData): string {
  return end ?? (policies.continuingCategories.includes(category) ? LATEST : start)
}

function signalOf(found: readonly Situation[], data: CountingData): ActionPlanSignal {
  const victims = found.map(
    ({ record, facts }) => countUnits({ id: record.id, facts }, { data, asOf: LATEST }).victims,
  )
  const children = distinctVictims(victims).values()
  return {
    violationsOverlappingAfterSignature: found.map(({ record }) => record.id).toSorted(),
    children: totalOf(sumTallies([...children].map(({ tally }) => tally))),
  }
}
