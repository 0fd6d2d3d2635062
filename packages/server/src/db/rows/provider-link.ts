import type { Timestamp } from './columns.ts'

export interface ProviderLink {
  account_id: string
  issuer: string
  last_used_at: Timestamp | null
  linked_at: Timestamp
  /** Of what the provider calls the person (sub): who they are there is not kept */
  subject_sha256: Buffer
}
