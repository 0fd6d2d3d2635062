import { z } from 'zod'
import type { Deed } from '../incident/actions/action.ts'
import { REGISTERS } from '../incident/entries.ts'
import type { IncidentRecord, Violation } from '../incident/record.ts'
import { headsOf } from '../incident/registers.ts'
import { Id } from '../incident/values/id.ts'
import { findRest, sumOf, Tally, totalOf } from '../incident/values/tally.ts'
import { childrenOf, ownTally } from './gather.ts'

/**
 * What of a violation is not confirmed: children and groups as a whole, and children by number (R-VER-3).
 */
export const Unconfirmed = z.strictObject({
  /** Id of the violation that holds what stays pending. */
  remainder: Id,
  children: z.array(Id).max(1000).readonly(),
  tally: Tally,
})
export type Unconfirmed = Readonly<z.infer<typeof Unconfirmed>>

interface Subject {
  readonly record: IncidentRecord
  readonly violation: Violation
}

/** Facts that the pending part does not take over: its children are its own. */
const OWN = ['category', 'tally']

/**
 * How many children are not confirmed; undefined where somebody is named twice or is not of this
 * violation, or more are named by number than there are.
 */
export function unconfirmedTally(
  { record, violation }: Subject,
  { children, tally }: Unconfirmed,
): Tally | undefined {
  const all = childrenOf(record, violation.id)
  const named = children.map((id) => all.find(({ subject }) => subject.id === id))
  const isTwice = new Set(children).size < children.length
  if (isTwice || named.includes(undefined) || !findRest(ownTally(violation), tally))
    return undefined
  const counted = named.filter((one) => one !== undefined && one.majority !== 'adult')
  return sumOf([tally, ...counted.flatMap((one) => one?.tally ?? [])])
}

/**
 * What is stored so that the part which is not confirmed stays pending as a violation of its own, linked
 * to the verified one (R-VER-3). It keeps the facts and the sources; nobody is counted twice.
 */
export function splitOff({ record, violation }: Subject, rest: Unconfirmed): Deed[] {
  const { remainder, children, tally } = rest
  const { category, id } = violation
  const sources = record.links.filter(({ link, to }) => link === 'supports' && to === id)
  return [
    { kind: 'add', added: remainder, subject: 'violation', category },
    linked('remainder_of', remainder, id),
    ...sources.map(({ from }) => linked('supports', from, remainder)),
    ...copiedFacts(violation, remainder),
    ...children.map((child) => linked('victim_of', child, remainder)),
    ...children.map((child) => unlinked({ record, violation }, child)),
    ...tallies({ record, violation }, { remainder, tally }),
  ]
}

function copiedFacts({ facts }: Violation, remainder: string): Deed[] {
  return Object.entries(facts).flatMap(([element, { value, claims }]) => {
    const at = claims.findIndex((claim) => claim.value === value)
    if (OWN.includes(element) || value === undefined) return []
    const known = at < 0 ? [{ value: z.json().parse(value), sources: [] }] : claims
    return settingOf({ subject: remainder, element, claims: known, stands: Math.max(at, 0) })
  })
}

function tallies(
  { record, violation }: Subject,
  { remainder, tally }: Pick<Unconfirmed, 'remainder' | 'tally'>,
): Deed[] {
  const left = findRest(ownTally(violation), tally)
  if (!left || totalOf(tally) === 0) return []
  const replaces = headsOf(record.registers, REGISTERS.fact(violation.id, 'tally'))
  const set = (subject: string, value: Tally) =>
    settingOf({ subject, element: 'tally', claims: [{ value, sources: [] }], stands: 0 })
  return [set(remainder, tally), { ...set(violation.id, left), replaces }]
}

type Setting = Extract<Deed, { kind: 'set' }>

function settingOf(setting: Omit<Setting, 'kind' | 'replaces'>): Setting {
  return { kind: 'set', ...setting, replaces: [] }
}

function linked(link: Extract<Deed, { kind: 'link' }>['link'], from: string, to: string): Deed {
  return { kind: 'link', link, from, to, linked: true, replaces: [] }
}

function unlinked({ record, violation }: Subject, child: string): Deed {
  const register = REGISTERS.link('victim_of', child, violation.id)
  const replaces = headsOf(record.registers, register)
  return { kind: 'link', link: 'victim_of', from: child, to: violation.id, linked: false, replaces }
}
