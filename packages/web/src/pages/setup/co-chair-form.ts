import { type Entity, Grant, PlaceCode } from '@vigil/core/policy'

/** What stands in the fields about the first co-chair. */
export interface CoChairDraft {
  readonly name: string
  readonly operation: string
  readonly entity: Entity
  /** The entity that co-chairs beside that of the person. */
  readonly other: Entity
  readonly unStaff: boolean
}

export const EMPTY: CoChairDraft = {
  name: '',
  operation: '',
  entity: 'mission',
  other: 'unicef',
  unStaff: false,
}

/** Who is invited, and the two entities that co-chair. */
export interface FirstCoChair {
  readonly name: string
  readonly grant: Grant
  readonly entities: readonly [Entity, Entity]
}

/** The first co-chair, whose seat begins on `day`, or the field that is wrong. */
export function readCoChair(
  { name, operation, entity, other, unStaff }: CoChairDraft,
  day: string,
): FirstCoChair | { readonly wrong: keyof CoChairDraft } {
  const code = PlaceCode.safeParse(operation.trim().toLowerCase())
  if (name.trim() === '') return { wrong: 'name' }
  if (!code.success) return { wrong: 'operation' }
  if (entity === other) return { wrong: 'other' }
  if (!unStaff) return { wrong: 'unStaff' }
  const days = { from: day, until: null }
  const place = { operation: code.data, regions: null, entity }
  const grant = Grant.parse({ role: 'co_chair', ...place, ...days, unStaff })
  return { name, grant, entities: [entity, other] }
}
