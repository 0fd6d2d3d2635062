import type { Json, Timestamp } from './columns.ts'

export interface LetterVersion {
  choices: Json
  draft: Json
  facts: Json
  letter_id: string
  made_at: Timestamp
  made_by: string
  /** The text it was drafted from */
  rendition_id: string
  version: number
}
