export { OWN_ACTS, type OwnAct } from './acts.ts'
export { describeDevice, type Device } from './device.ts'
export {
  canRemove,
  type Enrolled,
  Factor,
  mayFollow,
  MOST_PASSKEYS,
  nextToEnrol,
  type NextToEnrol,
  type ProofPurpose,
  provesAfresh,
  suffices,
} from './factor.ts'
export { type CountsAsStrong, type ProviderSaid, shownByProvider } from './provider.ts'
export { formatSheetCode, readSheetCode, SHEET } from './sheet.ts'
export { stepAt, stepsInForce, TOTP } from './totp.ts'
