import { z } from 'zod'

/**
 * What names an action, a subject, a text, a person or a party: made by whoever writes it down, never
 * used twice. The record compares ids and reads nothing into them.
 */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
export type Id = z.infer<typeof Id>
