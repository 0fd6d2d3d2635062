import { z } from 'zod'
import { CONTENT_ROLES, Entity, OUTSIDE_ROLES, Role } from './roles.ts'

/** Code of a country operation or of a region in it. */
export const PlaceCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/**
 * A role that somebody holds, where, for whom and how long. `operation` null: every operation (offices
 * at headquarters); `regions` null: all of the operation. Days are ISO 8601, both included.
 */
export const Grant = z.object({
  role: Role,
  operation: PlaceCode.nullable(),
  regions: z.array(PlaceCode).min(1).max(200).readonly().nullable(),
  entity: Entity.nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  /** Whether who granted it said that the person is staff of the United Nations; else nobody said so. */
  unStaff: z.boolean().optional(),
})
export type Grant = Readonly<z.infer<typeof Grant>>

/** A grant in force; `for`: of whom it is, where somebody acts for another person. */
export type ActingGrant = Grant & { readonly for?: string | undefined }

/** Who asks: an account and the grants that are in force while it asks. Without any it may do nothing. */
export interface Actor {
  readonly id: string
  readonly grants: readonly ActingGrant[]
  /** Incidents that are open to them at this moment, by break-glass. */
  readonly opened?: readonly string[]
}

/** Those of `grants` that are in force on `day` (ISO 8601). */
export function grantsInForce(grants: readonly Grant[], day: string): Grant[] {
  return grants.filter(({ from, until }) => from <= day && (until === null || day <= until))
}

/**
 * Whether one person may hold both roles at the same time: whoever keeps accounts or audits never reads
 * content, so that nobody watches over himself.
 */
export function canBeHeldTogether(one: Role, other: Role): boolean {
  return !(isOutside(one) && isContent(other)) && !(isOutside(other) && isContent(one))
}

/** The first two grants that would be in force on the same day and whose roles exclude each other. */
export function findExcluded(grants: readonly Grant[]): readonly [Grant, Grant] | undefined {
  for (const [at, one] of grants.entries()) {
    const other = grants
      .slice(at + 1)
      .find((later) => overlap(one, later) && !canBeHeldTogether(one.role, later.role))
    if (other) return [one, other]
  }
  return undefined
}

function overlap(one: Grant, other: Grant): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
}

function startsBeforeEnd({ from }: Grant, { until }: Grant): boolean {
  return until === null || from <= until
}

function isContent(role: Role): boolean {
  return (CONTENT_ROLES as readonly Role[]).includes(role)
}

function isOutside(role: Role): boolean {
  return (OUTSIDE_ROLES as readonly Role[]).includes(role)
}
