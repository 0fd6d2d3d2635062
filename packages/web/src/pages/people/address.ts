import { z } from 'zod'

/** What the address of a person says after the question mark. Anything odd is left out. */
export const PersonAddress = z.object({
  /** Undefined is the roles. */
  view: z.enum(['rights', 'leaving']).optional().catch(undefined),
})
export type PersonAddress = z.infer<typeof PersonAddress>
