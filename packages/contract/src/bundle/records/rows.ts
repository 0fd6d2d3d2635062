import type { Json } from '@vigil/core/log'
import { z } from 'zod'
import { faultOf } from '../faults.ts'
import { type RowFault, RowProblemError } from './faults.ts'
import { isObject, type JsonObject } from './json.ts'

/** The row as an object of its form; throws what is wrong with it. */
export function parseRow(schema: z.ZodType, given: Json, row: string): JsonObject {
  const parsed = schema.safeParse(given)
  if (parsed.success && isObject(given)) return given
  const error = parsed.error ?? new z.ZodError([])
  throw new RowProblemError({ fault: faultOf(error, given, row.split('.')) })
}

/** What `take` makes of a row, or why it is not taken. */
export function attempt<Taken>(row: string, take: () => Taken): Taken | RowFault {
  try {
    return take()
  } catch (error) {
    if (error instanceof RowProblemError) return { row, ...error.problem }
    throw error
  }
}
