import type { Timestamp } from './columns.ts'

export interface Disclosure {
  action: string
  actor: string
  at: Timestamp
  /** That of the most sensitive field in it (R-SEC-1) */
  class: string
  id: string
  incidents: string[]
  purpose: string | null
  reason: string
}
