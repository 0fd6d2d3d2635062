import { z } from 'zod'

export const ClockState = z
  .object({
    /** The clock stands before entries of the log, or differs from a device signed in. */
    doubt: z.enum(['before_log', 'off_device']).nullable(),
    /** Whose clock is wrong by what the others say; `either` where nobody else says anything. */
    suspect: z.enum(['server', 'device', 'either']).nullable(),
    /** Devices that differ: whose, and how far they are ahead of the server. */
    devices: z.array(z.object({ name: z.string(), aheadSeconds: z.int() })),
  })
  .meta({ id: 'ClockState', description: 'What speaks against the clock of the server' })
export type ClockState = z.infer<typeof ClockState>
