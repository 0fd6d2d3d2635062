export { type Fate, type GivenKind, type HoldingKind, HOLDINGS, OFFICES } from './holdings.ts'
export { isDueFrom, type Unsigned } from './signatures.ts'
export { findTakingFault, heldBy, type Party, type TakingFault, type Thing } from './taking-over.ts'
export {
  findObstacles,
  type Given,
  type GivenState,
  givenState,
  type LeavingFacts,
  type Obstacle,
} from './obstacles.ts'
