import type { Grant } from '../policy/index.ts'
import { type DemonstrationPerson, OPERATION, PEOPLE, type Standing } from './people.ts'

/** What somebody of the demonstration may do, from `day` (ISO 8601) on; they are as staff are. */
export function grantOf(person: DemonstrationPerson, day: string): Grant {
  const { role, entity, regions }: Standing = PEOPLE[person]
  return {
    role,
    operation: entity ? OPERATION : null,
    regions: regions ?? null,
    entity: entity ?? null,
    from: day,
    until: null,
    unStaff: true,
  }
}
