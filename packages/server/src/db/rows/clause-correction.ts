import type { Generated, Json, Timestamp } from './columns.ts'

export interface ClauseCorrection {
  /** The version of the reader of clauses at the time */
  annotation_version: number
  /** Where the clauses of the reader stood that it started from */
  base: Json
  change: Json
  /** The text of the clause it was made on */
  clause: string
  document_id: string
  /** What differed before and after */
  effect: Json
  /** The paragraph it was made on */
  eid: string
  id: string
  language: string
  made_at: Timestamp
  made_by: string
  seq: Generated<number>
  /** The whole text of that paragraph at the time */
  text: string
}
