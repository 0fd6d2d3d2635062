import { Refusal } from '../refusal.ts'

/** Refuses a backup that is not, byte for byte, what was written. */
export function damaged(): never {
  throw new Refusal('refusal.restore.damaged')
}
