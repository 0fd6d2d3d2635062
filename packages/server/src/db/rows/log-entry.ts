export interface LogEntry {
  index: number
  /** RFC 6962 2.1, over the canonical JSON of the entry */
  leaf: Buffer
  /** No reference: entries never go, and it would lock a row for each. ./vigil check compares both */
  seq: number
}
