export interface RecordSalt {
  object_id: string
  object_type: string
  salt: Buffer
}
