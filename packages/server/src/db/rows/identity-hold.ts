import type { Timestamp } from './columns.ts'

export interface IdentityHold {
  pseudonym: string
  since: Timestamp
}
