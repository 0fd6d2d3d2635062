import type { Day } from '../facts/days.ts'
import { type Category, isGrave, UNITS } from '../../violations/categories.ts'
import type { CountingData, Violation } from '../model.ts'
import type { Situation } from '../facts/situation.ts'
import { type ClassRow, classOf, namedParty, rowOf } from '../parties/rows.ts'
import { type Memberships, umbrellaRow } from '../parties/umbrellas.ts'
import { sumTallies, type Tally, totalOf } from './tally.ts'
import { type CountedVictims, countVictims, type Registers } from './victims.ts'

/** A violation as tables add it up. */
export interface Line {
  readonly situation: Situation
  readonly category: Category
  /** Children, attacks, incidents or facilities, as the category has it (R-COUNT-1). */
  readonly units: number
  /** Nobody where the category counts no children. */
  readonly victims: readonly CountedVictims[]
  /** The children among the units by sex. */
  readonly tally: Tally
  readonly row: string
  readonly partyClass: ClassRow
  readonly umbrella: string | null
  /** The one party that may be named, for what is asked about parties (K31). */
  readonly party: string | null
  readonly region: string
}

/** What lines are made with: the registers as known at a moment. */
export interface LineRegisters {
  readonly data: CountingData
  readonly memberships: Memberships
  readonly asOf: Day
}

/** Where a region was not recorded yet. */
const NO_REGION = 'unknown'

/** Whether a category counts children, each of them one unit (R-COUNT-1). */
export function countsChildren(category: Category): boolean {
  return UNITS[category] === 'children'
}

/** Whether a category is one of the five grave ones that count children (K14). */
export function isChildCategory(category: Category): boolean {
  return isGrave(category) && countsChildren(category)
}

/** A violation with its units and the one row of each table in which it stands. */
export function lineOf(situation: Situation, registers: LineRegisters): Line {
  const { facts, incident, record } = situation
  const { data, asOf, memberships } = registers
  const register = { parties: data.parties, asOf }
  const counted = countUnits({ id: record.id, facts }, registers)
  const party = namedParty(facts.attribution, register)
  return {
    situation,
    category: facts.category,
    ...counted,
    row: rowOf(facts.attribution, register),
    partyClass: classOf(facts.attribution, register),
    umbrella: party && umbrellaRow(party, facts.start, { memberships, register }),
    party,
    region: incident.region ?? NO_REGION,
  }
}

interface Units {
  readonly units: number
  readonly victims: readonly CountedVictims[]
  readonly tally: Tally
}

/**
 * The units of a violation (R-COUNT-1): each child of a category that counts children; otherwise the
 * record itself is one attack, incident or facility (K21), and whoever was harmed counts elsewhere
 * (R-AS-2, R-DH-1).
 */
export function countUnits(
  { id, facts }: { readonly id: string; readonly facts: Violation },
  registers: Registers,
): Units {
  const victims = countsChildren(facts.category)
    ? countVictims({ id, victims: facts.victims }, registers)
    : []
  const tally = sumTallies(victims.map((one) => one.tally))
  return { units: countsChildren(facts.category) ? totalOf(tally) : 1, victims, tally }
}
