import { z } from 'zod'
import { PROBLEMS, type ProblemCode } from '../problems.ts'

export const ProblemCodeSchema = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]])

/** RFC 9457 problem details, with the code of our own catalogue and the request to quote. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: ProblemCodeSchema,
    requestId: z.string(),
    /** The fields that are wrong, where a form was sent. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** The document that stands in the way (`document.held`, `document.sameFile`). */
    documentId: z.string().optional(),
    /** Seconds to wait (`session.throttled`). */
    retryAfter: z.int().optional(),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused, in one sentence' })
export type Problem = z.infer<typeof Problem>
