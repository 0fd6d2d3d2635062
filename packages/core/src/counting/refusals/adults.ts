import { knownOn, LATEST } from '../facts/timeline.ts'
import type { CountingData, Victim, ViolationRecord } from '../model.ts'
import { countsChildren } from '../units/lines.ts'
import { isUnexplainedAdult } from '../units/age-statuses.ts'
import { ageOf } from '../units/victims.ts'
import { findFirst, type Refusal } from './refusal.ts'

/**
 * Whoever is 18 or older needs a status of age that explains why they stand there (K18), and no child
 * stands twice in one violation (R-COUNT-3): each of its children is one unit.
 */
export function checkAdults(data: CountingData): Refusal | undefined {
  return findFirst(data.violations, (record) => checkVictims(record, data))
}

function checkVictims({ id, timeline }: ViolationRecord, data: CountingData): Refusal | undefined {
  const facts = knownOn(timeline, LATEST)
  if (!facts || !countsChildren(facts.category)) return undefined
  const registers = { data, asOf: LATEST }
  const seen = new Set<string>()
  return findFirst<Victim>(facts.victims, (victim) => {
    if (!('child' in victim)) return undefined
    const { child } = victim
    if (isUnexplainedAdult(ageOf(victim, registers))) return { code: 'K18.adult', ids: [id, child] }
    const isTwice = seen.size === seen.add(child).size
    return isTwice ? { code: 'R-COUNT-3.childTwice', ids: [id, child] } : undefined
  })
}
