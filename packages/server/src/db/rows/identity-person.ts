export interface IdentityPerson {
  class: string
  key_id: string
  pseudonym: string
  /** How often it was written; bound into what is encrypted */
  version: number
}
