import type { ActionPlan, CountingData, Listing } from '../model.ts'
import { type Day, isBetween } from '../facts/days.ts'
import { findParty } from '../parties/rows.ts'
import { findUmbrella, type Memberships } from '../parties/umbrellas.ts'
import type { Line } from '../units/lines.ts'
import { totalOf } from '../units/tally.ts'
import { getChild } from '../units/victims.ts'
import { type Table, tabulate } from './table.ts'

/** Attributes of parties by which every category is cut (K31). */
const PARTY_ATTRIBUTES = ['signatory', 'listed', 'actionPlan'] as const
type PartyAttributeName = (typeof PARTY_ATTRIBUTES)[number]

/** Every category by attribute of the party, context of the incident and disability of the child (K31). */
export interface Attributes {
  readonly byPartyAttribute: Readonly<Record<PartyAttributeName, Table>>
  readonly byContext: ReadonlyMap<string, Table>
  readonly byDisability: ReadonlyMap<string, Table>
}

export interface AttributeRegisters {
  readonly data: CountingData
  readonly memberships: Memberships
  readonly asOf: Day
}

/** The three cuts of K31; what is not recorded stands in none of them. */
export function attributesOf(lines: readonly Line[], registers: AttributeRegisters): Attributes {
  const having = (name: PartyAttributeName): Table =>
    tabulate(
      lines.filter((line) => hasAttribute(line, name, registers)),
      ({ category }) => category,
      ({ units }) => units,
    )
  return {
    byPartyAttribute: {
      signatory: having('signatory'),
      listed: having('listed'),
      actionPlan: having('actionPlan'),
    },
    byContext: cutBy(
      lines.flatMap((line) => line.situation.incident.contexts.map((cut) => ({ ...line, cut }))),
    ),
    byDisability: cutBy(lines.flatMap((line) => splitByDisability(line, registers))),
  }
}

/** Whether the party of an act had an attribute on the day on which the act began. */
function hasAttribute(
  { party, situation }: Line,
  name: PartyAttributeName,
  { data, memberships, asOf }: AttributeRegisters,
): boolean {
  if (party === null) return false
  const day = situation.facts.start
  const own = findParty(party, { parties: data.parties, asOf })?.attributes ?? []
  if (own.some((one) => one.name === name && isBetween(day, one))) return true
  if (name === 'listed') return data.listings.some((one) => isListed(one, party, day))
  const umbrella = findUmbrella(party, day, memberships)
  return (
    name === 'actionPlan' && data.actionPlans.some((plan) => binds(plan, { party, umbrella, day }))
  )
}

function isListed({ party, sinceReportYear }: Listing, asked: string, day: Day): boolean {
  return party === asked && (sinceReportYear === null || Number(day.slice(0, 4)) >= sinceReportYear)
}

function binds(
  { party, coversMembers, signedOn }: ActionPlan,
  act: { party: string; umbrella: string | undefined; day: Day },
): boolean {
  const isCovered = party === act.party || (coversMembers && party === act.umbrella)
  return isCovered && signedOn <= act.day
}

interface Cut {
  readonly category: string
  readonly units: number
  readonly cut: string
}

function cutBy(cuts: readonly Cut[]): ReadonlyMap<string, Table> {
  const groups = Map.groupBy(
    cuts.filter(({ units }) => units > 0),
    ({ cut }) => cut,
  )
  return new Map(
    [...groups].map(([cut, some]) => [
      cut,
      tabulate(
        some,
        ({ category }) => category,
        ({ units }) => units,
      ),
    ]),
  )
}

/** The identified children of a line for whom it is recorded whether they have a disability. */
function splitByDisability(
  { category, victims }: Line,
  registers: AttributeRegisters,
): readonly Cut[] {
  return victims.flatMap(({ child, tally }) => {
    const known = child === null ? null : getChild(child, registers).hasDisability
    return known === null ? [] : [{ category, units: totalOf(tally), cut: String(known) }]
  })
}
