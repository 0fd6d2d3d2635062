export interface ClauseReading {
  annotation_version: number
  clauses: number
  document_id: string
  language: string
  rendition_id: string
}
