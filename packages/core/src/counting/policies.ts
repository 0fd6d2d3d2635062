import type { Category } from '../violations/categories.ts'

/**
 * What a country task force decides about counting: explicit inputs, printed with every result.
 * Defaults stand where a bundle says nothing.
 */
export interface Policies {
  /** R-COUNT-6, K29: categories anchored on their end, or on the day they were verified. */
  readonly continuingCategories: readonly Category[]
  /** R-ATT-1, R-ATT-3: rows of attribution that count as not attributed. */
  readonly unattributedRows: readonly ('crossfire' | 'unidentified')[]
  /** R-PUB-2, K28: the least count that is printed as it is in the public cut. */
  readonly publicSuppressionThreshold: number
  /** R-HO-1: hours to a handover, by protocol; null where no protocol says, and nothing is judged. */
  readonly handoverDeadlineHours: number | null
  readonly rulesVersion: string
}

export const DEFAULT_POLICIES: Policies = {
  continuingCategories: ['recruitment_use'],
  unattributedRows: ['unidentified', 'crossfire'],
  publicSuppressionThreshold: 5,
  handoverDeadlineHours: null,
  rulesVersion: 'mrm-domain/1',
}
