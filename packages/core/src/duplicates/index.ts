export { type Joining, joinDuplicate, type MergeFault, separateDuplicate } from './merge.ts'
export {
  candidatesFor,
  type Comparable,
  LIKELY_SCORE,
  type Part,
  type PartScore,
  type Score,
  scoreOf,
  WEIGHTS,
} from './score.ts'
