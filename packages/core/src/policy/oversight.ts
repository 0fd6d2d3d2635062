import { z } from 'zod'
import type { SensitivityClass } from './facts.ts'

/**
 * The questions that those who oversee put to the log: all of it, who saw what, what was refused, what
 * was erased.
 */
export const LogView = z.enum(['everything', 'seen', 'refused', 'erased'])
export type LogView = z.infer<typeof LogView>

/** What an entry must be to answer a question; what is left out does not matter. */
interface Sought {
  readonly decision?: 'allowed' | 'refused'
  /** Entries with a class are of something that was seen, or taken along. */
  readonly hasClass?: true
  readonly actions?: readonly string[]
}

export const LOG_VIEWS: Readonly<Record<LogView, Sought>> = {
  everything: {},
  seen: { decision: 'allowed', hasClass: true },
  refused: { decision: 'refused' },
  erased: { decision: 'allowed', actions: ['identity.tombstone', 'identity.destroyed'] },
}

/**
 * The class of the log: it holds no word of any record, but tells who worked on which, as the fields
 * `owner` and `assignee` of an incident do.
 */
export const LOG_CLASS: SensitivityClass = 'S1'
