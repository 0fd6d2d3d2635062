import { Entity, type Grant, PlaceCode, Role } from '@vigil/core/policy'
import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import type { Context } from '../frame/context.ts'

/** Which roles, and where, for whom and how long. */
export interface GrantFlags {
  readonly roles: readonly Role[]
  readonly operation?: string
  readonly regions?: readonly string[]
  readonly entity?: Entity
  readonly from?: string
  readonly until?: string
  readonly unStaff?: boolean
}

/** The options that say where, for whom and how long. */
export function addPlaceOptions(command: Command, context: Context): void {
  const day = (value: string): string => parseAs(z.iso.date(), value)
  const place = (value: string): string => parseAs(PlaceCode, value)
  const places = (value: string): readonly string[] => parseAs(PlaceCode.array(), splitList(value))
  const entity = (value: string): Entity => parseAs(Entity, value)
  command
    .option('--operation <code>', context.say('help.user.operation'), place)
    .option('--regions <codes>', context.say('help.user.regions'), places)
    .option('--entity <entity>', context.say('help.user.entity'), entity)
    .option('--from <day>', context.say('help.user.from'), day)
    .option('--until <day>', context.say('help.user.until'), day)
    .option('--un-staff', context.say('help.user.unStaff'))
}

export function parseRoles(value: string): readonly Role[] {
  return parseAs(Role.array(), splitList(value))
}

/** A grant for each role, as the options say; from today on where they do not. */
export function grantsOf(flags: GrantFlags, now: Date): Grant[] {
  const { roles, operation = null, regions = null, entity = null, until = null } = flags
  const { from = now.toISOString().slice(0, 10), unStaff = false } = flags
  return roles.map((role) => ({ role, operation, regions, entity, from, until, unStaff }))
}

/** What stands between the commas. */
export function splitList(value: string): string[] {
  return value.split(',').map((one) => one.trim())
}

/** The value as the schema reads it; else a wrong use of the option. */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError(`'${String(value)}'`)
}
