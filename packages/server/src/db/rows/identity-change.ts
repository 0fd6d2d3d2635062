import type { Generated, Timestamp } from './columns.ts'

export interface IdentityChange {
  actor: string | null
  at: Timestamp
  fields: string[]
  pseudonym: string
  seq: Generated<number>
  version: number
  what: string
}
