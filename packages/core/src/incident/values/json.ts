import { z } from 'zod'
import type { Json } from '../../log/canonical-json.ts'

/** Any JSON value; what it may be is checked where it is known which element it is of. */
export const JsonValue: z.ZodType<Json> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.null(),
      z.array(JsonValue),
      z.record(z.string(), JsonValue),
    ]),
  )
  .meta({ id: 'JsonValue' })
