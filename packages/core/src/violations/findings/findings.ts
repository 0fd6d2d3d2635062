import type { Finding, KnownViolation } from './known.ts'
import { pairFindings } from './pairs.ts'
import { singleFindings } from './singles.ts'

/**
 * What the rules of the categories (mrm.md 2.3 to 2.8) find in the violations of one incident: what may
 * be one and was entered twice, what belongs beside it and is missing. People decide; nothing is dropped
 * or joined by itself (R-KM-3).
 */
export function findingsIn(violations: readonly KnownViolation[]): Finding[] {
  return [...pairFindings(violations), ...singleFindings(violations)]
}
