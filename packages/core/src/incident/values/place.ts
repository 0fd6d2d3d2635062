import { z } from 'zod'
import { CODE_LISTS } from '../../codes/lists.ts'
import { Id } from './id.ts'

/**
 * A place: a unit of one version of a gazetteer, and how near to it; `asReported` is the text of
 * the spelling that was heard, where it is another. Between two units both are named.
 */
export const Place = z.strictObject({
  gazetteer: z.string().min(1).max(80),
  units: z.array(z.string().min(1).max(80)).min(1).max(2).readonly(),
  precision: z.enum(CODE_LISTS.placePrecision),
  asReported: Id.nullable(),
})
export type Place = Readonly<z.infer<typeof Place>>
