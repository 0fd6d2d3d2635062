import type { Generated } from './columns.ts'

export interface ListedClause {
  /** Null: it asks somebody who cannot be told */
  addressees: string[] | null
  /** What it is filtered by, as one text that can be counted */
  codes: Generated<string>
  continuing: boolean
  corrected: boolean
  document_id: string
  eid: string
  kind: string
  label: string | null
  language: string
  lemma: string | null
  /** Place among the clauses of the rendition, from 0 */
  ordinal: number
  paragraph: string
  reviewed: boolean
  strength: number
  text: string
  themes: string[]
  urgent: boolean
  vector: Generated<string | null>
  verb: string | null
  violations: string[]
}
