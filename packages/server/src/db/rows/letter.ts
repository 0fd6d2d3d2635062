import type { Timestamp } from './columns.ts'

export interface Letter {
  /** Of the message; null: not known */
  addressees: string[] | null
  created_at: Timestamp
  document_id: string
  envelope: string
  /** UUID version 7: orders letters by arrival */
  id: string
  kind: string
  /** The message as one cites it */
  label: string | null
  /** Of the rendition whose words it takes */
  language: string
}
