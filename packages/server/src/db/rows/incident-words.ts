export interface IncidentWords {
  incident_id: string
  text_id: string
  words: string
}
