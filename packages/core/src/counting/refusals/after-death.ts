import { LATEST } from '../facts/timeline.ts'
import type { Day } from '../facts/days.ts'
import { findSituation, isVerified } from '../facts/situation.ts'
import type { CountingData, Violation } from '../model.ts'
import { baselineSituation } from '../whole/baseline.ts'
import { findFirst, type Refusal } from './refusal.ts'

interface Killing {
  readonly id: string
  readonly on: Day
}

/**
 * Nothing happens to a child after its death (K20): among verified violations that are no duplicates
 * none may begin after the day of the child's verified killing. Pending and rejected records are not
 * looked at.
 */
export function checkAfterDeath(data: CountingData): Refusal | undefined {
  const standing = data.violations
    .flatMap((record) => findSituation(record, LATEST) ?? baselineSituation(record) ?? [])
    .filter(isVerified)
  const killings = new Map<string, Killing>()
  for (const { record, facts } of standing) {
    if (facts.category !== 'killing') continue
    for (const child of childrenOf(facts)) {
      const earlier = killings.get(child)
      if (!earlier || facts.start < earlier.on)
        killings.set(child, { id: record.id, on: facts.start })
    }
  }
  return findFirst(standing, ({ record, facts }) =>
    findFirst(childrenOf(facts), (child) => {
      const killing = killings.get(child)
      return killing && killing.on < facts.start
        ? { code: 'K20.afterDeath', ids: [record.id, killing.id, child] }
        : undefined
    }),
  )
}

function childrenOf({ victims }: Violation): readonly string[] {
  return victims.flatMap((victim) => ('child' in victim ? [victim.child] : []))
}
