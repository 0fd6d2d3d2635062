import type { Generated, Json, Timestamp } from './columns.ts'

export interface Rendition {
  /** UTF-16 units of the extracted text, as the offsets of repairs count */
  characters: number
  document_id: string
  /** The text taken from the file before any repair */
  extracted: string
  id: string
  language: string
  original: Buffer
  pages: number | null
  read_at: Generated<Timestamp>
  /** Version of the reading rules */
  reader: number
  repair_count: Generated<number>
  repairs: Json
  superseded_at: Timestamp | null
  version: number
}
