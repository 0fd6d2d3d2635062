import { decide } from './decide.ts'
import { type RecordFacts, SensitivityClass } from './facts.ts'
import type { Wish } from './condition.ts'

/**
 * Classes of elements that are seen of an incident by whom `wish` lets read it: none where it does not.
 * An element more sensitive than its incident is seen by those who would read the incident if it had the
 * class of the element (R-SEC-1).
 */
export function classesSeen(
  { actor, action, purpose }: Wish,
  incident: RecordFacts,
): readonly SensitivityClass[] {
  const asked = purpose === undefined ? {} : { purpose }
  const reads = (as: SensitivityClass): boolean =>
    decide(actor, action, { ...asked, incident: { ...incident, class: as } }).allow
  if (!reads(incident.class)) return []
  const order = SensitivityClass.options
  return order.filter((one) => order.indexOf(one) >= order.indexOf(incident.class) || reads(one))
}
