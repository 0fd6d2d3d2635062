import { CheckpointPace, LogFilter } from '@vigil/contract/schemas'
import { z } from 'zod'

/** Views of the log beside all of its entries. */
export const LogTab = z.enum(['seen', 'disclosures', 'refused', 'erased'])
export type LogTab = z.infer<typeof LogTab>

const { record, person, action, from, until } = LogFilter.shape

/** What the address of the log says after the question mark: ids alone, never a name. */
export const LogAddress = z.object({
  view: LogTab.optional().catch(undefined),
  record: record.catch(undefined),
  person: person.catch(undefined),
  action: action.catch(undefined),
  from: from.catch(undefined),
  until: until.catch(undefined),
})
export type LogAddress = z.infer<typeof LogAddress>

/** How many checkpoints are shown: the last of each day, unless every one is asked for. */
export const CheckpointsAddress = z.object({ each: CheckpointPace.optional().catch(undefined) })

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
