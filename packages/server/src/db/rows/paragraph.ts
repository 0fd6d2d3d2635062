import type { Generated } from './columns.ts'

export interface Paragraph {
  eid: string
  kind: string
  label: string | null
  /** That of the rendition; decides how the words are stemmed */
  language: string
  level: number
  marker: string | null
  /** Place in the document, from 0 */
  ordinal: number
  rendition_id: string
  text: string
  vector: Generated<string | null>
}
