import type { Generated, Timestamp } from './columns.ts'

export interface Document {
  added_at: Generated<Timestamp>
  /** Null where the command line brought it in */
  added_by: string | null
  adopted: string | null
  circulated: string | null
  /** UUID version 7, made by the application: orders documents by arrival */
  id: string
  kind: string
  meeting: string | null
  /** Set while the document is out of lists and search */
  removed_at: Timestamp | null
  signed: string | null
  symbol: string | null
  symbol_key: Generated<string | null>
  title: string | null
  title_key: Generated<string | null>
}
