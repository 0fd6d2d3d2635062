import type { Generated, Timestamp } from './columns.ts'

export interface DocumentOriginal {
  bytes: Buffer
  media_type: string
  name: string
  received_at: Generated<Timestamp>
  sha256: Buffer
  size: Generated<number>
}
