import type { Json, Timestamp } from './columns.ts'

export interface LetterReturn {
  /** vigil-letter-check/1 */
  comparison: Json
  file_name: string
  file_sha256: Buffer
  file_size: number
  id: string
  letter_id: string
  made_at: Timestamp
  made_by: string
  returned: string
  version: number
}
