import { isGrave, UNITS } from '../../violations/categories.ts'
import { knownOn, LATEST } from '../facts/timeline.ts'
import type { CountingData, Violation } from '../model.ts'
import { findFirst, type Refusal } from './refusal.ts'

/**
 * One record is one facility and one attack (K21, R-AS-1): two records of an incident for the same
 * facility and the same party would count one attack twice.
 */
export function checkAttacks({ violations }: CountingData): Refusal | undefined {
  const attacks = new Map<string, string>()
  return findFirst(violations, ({ id, incident, timeline }) => {
    const facts = knownOn(timeline, LATEST)
    if (!facts || !isAttack(facts)) return undefined
    const { kind, parties } = facts.attribution
    const actor = [kind, ...new Set(parties)].toSorted()
    const key = JSON.stringify([incident.id, facts.facility, actor])
    const other = attacks.get(key)
    attacks.set(key, id)
    return other === undefined ? undefined : { code: 'K21.sameAttack', ids: [other, id] }
  })
}

function isAttack({ category, facility }: Violation): boolean {
  return isGrave(category) && UNITS[category] === 'attacks' && facility !== null
}
