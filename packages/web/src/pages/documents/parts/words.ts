import { z } from 'zod'

/** Words in an address. The router reads digits alone (`words=2690`) as a number. */
export const Words = z.union([z.string(), z.number().transform(String)]).pipe(z.string().max(200))
