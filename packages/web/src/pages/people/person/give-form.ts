import {
  type Entity,
  findGivingFault,
  type GivingFault,
  Grant,
  PlaceCode,
  type Role,
} from '@vigil/core/policy'

/** What stands in the fields where roles are given; an empty field says nothing. */
export interface GiveFields {
  readonly roles: readonly Role[]
  readonly operation: string
  readonly regions: string
  readonly entity: Entity | ''
  readonly from: string
  readonly until: string
  readonly unStaff: boolean
}

/** What is wrong with the fields, before anything is sent. */
export type FieldFault =
  | { readonly fault: 'none' | 'place' | Exclude<GivingFault['fault'], 'excluded'> }
  | { readonly fault: 'excluded'; readonly one: Role; readonly other: Role }

export function emptyFields(from: string): GiveFields {
  return { roles: [], operation: '', regions: '', entity: '', from, until: '', unStaff: false }
}

interface Holder {
  readonly giver: string
  readonly holder: string | null
  readonly held: readonly Grant[]
}

/** The grants that the fields say, or what is wrong with them, by the same rule as on the server. */
export function readFields(fields: GiveFields, holder: Holder): Grant[] | FieldFault {
  const said = grantsSaid(fields)
  return Array.isArray(said) ? checked(said, holder) : said
}

function grantsSaid(fields: GiveFields): Grant[] | FieldFault {
  const { roles, operation, regions, entity, from, until, unStaff } = fields
  if (roles.length === 0) return { fault: 'none' }
  const places = regions.split(',').flatMap((one) => orNull(one) ?? [])
  const codes = [orNull(operation) ?? [], places].flat()
  const isPlaced = codes.every((code) => PlaceCode.safeParse(code).success)
  if (!isPlaced || (places.length > 0 && orNull(operation) === null)) return { fault: 'place' }
  const grants = roles.map((role) => ({
    role,
    operation: orNull(operation),
    regions: places.length > 0 ? places : null,
    entity: entity === '' ? null : entity,
    from,
    until: orNull(until),
    unStaff,
  }))
  const read = Grant.array().safeParse(grants)
  return read.success ? read.data : { fault: 'days' }
}

function checked(added: Grant[], holder: Holder): Grant[] | FieldFault {
  const found = findGivingFault({ ...holder, added, coChairs: null })
  if (!found) return added
  if (found.fault !== 'excluded') return { fault: found.fault }
  const [one, other] = found.pair
  return { fault: 'excluded', one: one.role, other: other.role }
}

/** The role, held or chosen, that a further one cannot be held together with. */
export function excludedBy(role: Role, fields: GiveFields, holder: Holder): Role | undefined {
  const added = grantsSaid({ ...fields, roles: [role] })
  const chosen = grantsSaid(fields)
  if (fields.roles.includes(role) || !Array.isArray(added)) return undefined
  const others = [...holder.held, ...(Array.isArray(chosen) ? chosen : [])]
  const isExcluded = (one: Grant) =>
    findGivingFault({ ...holder, held: [one], added, coChairs: null })?.fault === 'excluded'
  return others.find(isExcluded)?.role
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim().toLowerCase()
}
