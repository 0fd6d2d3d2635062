import type { Day } from '../facts/days.ts'
import type { Child, ChildVictim, CountingData, Victim } from '../model.ts'
import { knownOn } from '../facts/timeline.ts'
import { countsAsChild, type KnownAge } from './age-statuses.ts'
import { NOBODY, ONE, type Tally } from './tally.ts'

/** Somebody, or several, who count as children: the same `key` is the same child or group. */
export interface CountedVictims {
  readonly key: string
  /** The code of an identified child; null for groups and tallies. */
  readonly child: string | null
  readonly age: number | null
  readonly tally: Tally
}

/** The registers in which victims are looked up, and from when one looks. */
export interface Registers {
  readonly data: Pick<CountingData, 'children' | 'groups'>
  readonly asOf: Day
}

const UNKNOWN_CHILD: Child = {
  sex: 'unknown',
  ageStatus: null,
  hasDecisionNote: false,
  hasDisability: null,
}

/** What was known about a child. */
export function getChild(child: string, { data, asOf }: Registers): Child {
  return knownOn(data.children.get(child) ?? [], asOf) ?? UNKNOWN_CHILD
}

/** What was known of a victim's age: the entry of the victim decides before that of the child (K18). */
export function ageOf(victim: ChildVictim, registers: Registers): KnownAge {
  const child = getChild(victim.child, registers)
  return {
    age: victim.ageAtViolation,
    status: victim.ageStatus ?? child.ageStatus,
    hasDecisionNote: victim.hasDecisionNote ?? child.hasDecisionNote,
  }
}

/**
 * The victims of a violation who count (R-COUNT-4, K14, K15, K18): each identified child, each group
 * as large as was known, and each tally, which is a group used once. `violation` makes the key of a
 * tally.
 */
export function countVictims(
  { id, victims }: { readonly id: string; readonly victims: readonly Victim[] },
  registers: Registers,
): readonly CountedVictims[] {
  return victims.flatMap((victim, at): readonly CountedVictims[] => {
    if ('child' in victim) return countChild(victim, registers)
    if ('group' in victim) {
      const tally = knownOn(registers.data.groups.get(victim.group) ?? [], registers.asOf) ?? NOBODY
      return [{ key: `group ${victim.group}`, child: null, age: null, tally }]
    }
    return [{ key: `tally ${at} ${id}`, child: null, age: null, tally: victim.tally }]
  })
}

function countChild(victim: ChildVictim, registers: Registers): readonly CountedVictims[] {
  if (!countsAsChild(ageOf(victim, registers))) return []
  const { sex } = getChild(victim.child, registers)
  return [
    {
      key: `child ${victim.child}`,
      child: victim.child,
      age: victim.ageAtViolation,
      tally: ONE[sex],
    },
  ]
}

/** Distinct children (R-COUNT-4): each code once, each group once whatever it suffered, each tally. */
export function distinctVictims(
  all: Iterable<readonly CountedVictims[]>,
): ReadonlyMap<string, CountedVictims> {
  const found = new Map<string, CountedVictims>()
  for (const victims of all) for (const one of victims) found.set(one.key, one)
  return found
}
