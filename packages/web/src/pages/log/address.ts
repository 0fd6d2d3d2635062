import type { CheckpointPace, LoggedAction } from '@vigil/contract/schemas'
import { z } from 'zod'

/** Views of the log beside all of its entries. */
export const LogTab = z.enum(['seen', 'disclosures', 'refused', 'erased'])
export type LogTab = z.infer<typeof LogTab>

const LONGEST = 60
const id = z.uuid().optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/**
 * What the address of the log says after the question mark: ids alone, never a name. Every page loads
 * this, so the list of actions stays with the log's own pages; the server refuses one that is none.
 */
export const LogAddress = z.object({
  view: LogTab.optional().catch(undefined),
  record: id,
  person: id,
  action: z
    .custom<LoggedAction>((said) => typeof said === 'string' && said.length <= LONGEST)
    .optional()
    .catch(undefined),
  from: day,
  until: day,
})
export type LogAddress = z.infer<typeof LogAddress>

/** How many checkpoints are shown: the last of each day, unless every one is asked for. */
export const CheckpointsAddress = z.object({
  each: z
    .enum(['every', 'day'] satisfies readonly CheckpointPace[])
    .optional()
    .catch(undefined),
})

/** What narrows the entries down, all of it taken away. */
export const UNFILTERED = {
  record: undefined,
  person: undefined,
  action: undefined,
  from: undefined,
  until: undefined,
} as const satisfies Partial<Record<keyof LogAddress, undefined>>

/** Whether anything is narrowed down. */
export function isNarrowed(address: LogAddress): boolean {
  return Object.keys(UNFILTERED).some((name) => address[name as keyof LogAddress] !== undefined)
}
