import type { Timestamp } from './columns.ts'

export interface LogCheckpoint {
  at: Timestamp
  /** The signed note; the other columns repeat what it says */
  note: string
  /** From 0 without gaps, and part of what is signed: none can go unseen */
  number: number
  root: Buffer
  size: number
}
