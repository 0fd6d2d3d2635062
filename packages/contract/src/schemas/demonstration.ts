import { z } from 'zod'

/** A demonstration that was started. */
export const Demonstration = z
  .object({
    /** What to open in a browser. */
    address: z.url(),
  })
  .meta({ id: 'Demonstration' })
