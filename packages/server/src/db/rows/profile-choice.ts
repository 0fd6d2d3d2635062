import type { Timestamp } from './columns.ts'

export interface ProfileChoice {
  id: string
  operation: string
  profile: string
  proposed_at: Timestamp
}
