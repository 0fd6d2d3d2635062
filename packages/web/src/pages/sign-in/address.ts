import { z } from 'zod'

/** What the address of the sign-in page says: where one was, and why one is here. */
export const SignInAddress = z.object({
  to: z.string().max(2000).optional().catch(undefined),
  why: z.enum(['left', 'locked']).optional().catch(undefined),
})
