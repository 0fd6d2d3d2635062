import type { Grant } from '../policy/grants.ts'
import type { Profile } from '../policy/profile.ts'
import type { Entity } from '../policy/roles.ts'
import type { Hand } from '../policy/separation.ts'
import type { CriteriaPolicy } from './criteria.ts'
import type { ClassOf } from './gather.ts'

/** Who decides: in whose name, for which entity, by which grant. */
export interface Decider extends Hand {
  readonly entity: Entity
  readonly grant: Pick<Grant, 'role' | 'unStaff'>
}

/** What is the case around a record on the day on which somebody acts. */
export interface Circumstances {
  /** The entities that co-chair today (`coChairsOn`); fewer than two: there is no deciding body. */
  readonly coChairs: readonly Entity[]
  readonly profile: Profile
  readonly policy: CriteriaPolicy
  readonly classOf: ClassOf
  /** ISO 8601. */
  readonly today: string
}
