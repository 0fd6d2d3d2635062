import type { CountingData } from '../model.ts'
import { checkAdults } from './adults.ts'
import { checkAfterDeath } from './after-death.ts'
import { checkAttacks } from './attacks.ts'
import { checkDuplicates } from './duplicates.ts'
import { checkIds } from './ids.ts'
import { checkMemberships } from './memberships.ts'
import { checkPublished } from './published.ts'
import { checkReferences } from './references.ts'
import { type Check, findFirst, type Refusal } from './refusal.ts'
import { checkRelations } from './relations.ts'
import { checkReports } from './reports.ts'
import { checkSeries } from './series.ts'
import { checkStatusPaths } from './status-paths.ts'

/** Every rule that a bundle must keep to be counted, in the order in which they are looked at. */
const CHECKS: readonly Check<CountingData>[] = [
  checkIds,
  checkReports,
  checkSeries,
  checkPublished,
  checkReferences,
  checkDuplicates,
  checkStatusPaths,
  checkMemberships,
  checkRelations,
  checkAdults,
  checkAfterDeath,
  checkAttacks,
]

/** The first rule that the data break (K2, K4, K13, K16, K18, K20, K21 and others); none: they are counted. */
export function findRefusal(data: CountingData): Refusal | undefined {
  return findFirst(CHECKS, (check) => check(data))
}
