import type { IncidentRecord, Violation } from '../incident/record.ts'
import type { RecordState } from '../policy/facts.ts'

/** While an incident is in one of these it follows from its violations; what else it is, people say. */
const FOLLOWING: readonly RecordState[] = ['submitted', 'under_review', 'decided']

/** Whether anything is decided about violations of an incident in this state at all. */
export function isDecidable(state: RecordState): boolean {
  return FOLLOWING.includes(state)
}

/**
 * The state of an incident as its violations leave it: under review once one of them has an answer, decided
 * once the task force has decided about every one that was not entered by mistake, and under review again
 * with the first that is reopened, or added. Drafts, and what is closed or frozen, stay as they are.
 */
export function stateFollowing(record: IncidentRecord, state: RecordState): RecordState {
  if (!isDecidable(state)) return state
  const standing = record.violations.filter(({ voided }) => !voided)
  if (standing.length > 0 && standing.every(isDecided)) return 'decided'
  return state === 'submitted' && !standing.some(isBegun) ? 'submitted' : 'under_review'
}

/** A round that was reopened or sent back is never the last. */
function isDecided({ verification }: Violation): boolean {
  return verification.rounds.at(-1)?.ending !== undefined
}

function isBegun({ verification: { rounds } }: Violation): boolean {
  return rounds.length > 1 || rounds.some(({ level1, ending }) => (level1 ?? ending) !== undefined)
}
