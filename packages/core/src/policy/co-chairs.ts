import { z } from 'zod'
import { type Grant, PlaceCode } from './grants.ts'
import { Entity, type Role } from './roles.ts'

/**
 * Which entities co-chair the task force of an operation, from one day to another (ISO 8601, both
 * included): the highest authority of the United Nations in the country and UNICEF, perhaps a third
 * (mrm.md 1.1). The technical co-chairs come from the same entities (R-VER-5).
 */
export const CoChairSet = z.object({
  operation: PlaceCode,
  entities: z.array(Entity).min(2).max(Entity.options.length).readonly(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
})
export type CoChairSet = Readonly<z.infer<typeof CoChairSet>>

/** Roles that somebody holds for one of the co-chairing entities. */
export const CO_CHAIR_ROLES = ['technical_co_chair', 'co_chair'] as const satisfies readonly Role[]

/**
 * The entities that co-chair on `day`. None, where no set holds then: there is no deciding body, and
 * what is decided waits until the successor is named (R-CUS-3).
 */
export function coChairsOn(
  sets: readonly CoChairSet[],
  { operation, day }: { readonly operation: string; readonly day: string },
): readonly Entity[] {
  const held = sets.find(
    ({ operation: one, from, until }) =>
      one === operation && from <= day && (until === null || day <= until),
  )
  return held?.entities ?? []
}

/** What keeps sets of co-chairs from standing beside each other. */
export type SetFault = 'tooFew' | 'days' | 'overlap'

/** The first thing that is wrong with `sets`: fewer than two entities, days reversed, two sets on a day. */
export function findSetFault(sets: readonly CoChairSet[]): SetFault | undefined {
  if (sets.some(({ entities }) => new Set(entities).size < 2)) return 'tooFew'
  if (sets.some(({ from, until }) => until !== null && until < from)) return 'days'
  const clash = sets.some((one, at) => sets.slice(at + 1).some((other) => clashes(one, other)))
  return clash ? 'overlap' : undefined
}

/** Why a grant names no seat: no operation, no entity, or one that does not co-chair on its first day. */
export type SeatFault = 'operationMissing' | 'entityMissing' | 'notSeated'

/** Whether a grant may be given as it is; roles that are nobody's seat always may. */
export function findSeatFault(grant: Grant, sets: readonly CoChairSet[]): SeatFault | undefined {
  if (!isSeat(grant)) return undefined
  if (grant.operation === null) return 'operationMissing'
  if (grant.entity === null) return 'entityMissing'
  return holdsSeat(grant, sets, grant.from) ? undefined : 'notSeated'
}

/**
 * Those of `grants` that their entity lets them hold on `day`: a (technical) co-chair whose entity does
 * not co-chair that day is none.
 */
export function seatedGrants<G extends Grant>(
  grants: readonly G[],
  { sets, day }: { readonly sets: readonly CoChairSet[]; readonly day: string },
): G[] {
  return grants.filter((grant) => !isSeat(grant) || holdsSeat(grant, sets, day))
}

function isSeat({ role }: Grant): boolean {
  return (CO_CHAIR_ROLES as readonly Role[]).includes(role)
}

function holdsSeat(
  { operation, entity }: Grant,
  sets: readonly CoChairSet[],
  day: string,
): boolean {
  if (operation === null || entity === null) return false
  return coChairsOn(sets, { operation, day }).includes(entity)
}

function clashes(one: CoChairSet, other: CoChairSet): boolean {
  return (
    one.operation === other.operation && startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
  )
}

function startsBeforeEnd({ from }: CoChairSet, { until }: CoChairSet): boolean {
  return until === null || from <= until
}
