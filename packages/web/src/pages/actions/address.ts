import { AddresseeFilter } from '@vigil/contract/schemas'
import { ClauseKind, ThemeCode, ViolationCode } from '@vigil/core/documents'
import { z } from 'zod'
import { Words } from '../documents/parts/words.ts'

/** What the address of the list of actions says after the question mark. Anything odd is left out. */
export const ActionsAddress = z.object({
  /** `every` shows all clauses; without it the list holds what asks for something. */
  kind: z
    .enum([...ClauseKind.options, 'every'])
    .optional()
    .catch(undefined),
  addressee: AddresseeFilter.optional().catch(undefined),
  violation: ViolationCode.optional().catch(undefined),
  theme: ThemeCode.optional().catch(undefined),
  document: z.uuid().optional().catch(undefined),
  reviewed: z.enum(['true', 'false']).optional().catch(undefined),
  words: Words.optional().catch(undefined),
})
export type ActionsAddress = z.infer<typeof ActionsAddress>

/** The address of the whole list. */
export const UNFILTERED = {
  kind: undefined,
  addressee: undefined,
  violation: undefined,
  theme: undefined,
  document: undefined,
  reviewed: undefined,
  words: undefined,
} as const satisfies Record<keyof ActionsAddress, undefined>

/** Whether anything is narrowed down. */
export function isNarrowed(address: ActionsAddress): boolean {
  return Object.values(address).some((one) => one !== undefined)
}
