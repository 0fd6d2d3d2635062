import { z } from 'zod'

/** The newest checkpoint of the log when a paper was made, as it is printed on it and typed from it. */
export const PaperCheckpoint = z
  .object({ at: z.iso.datetime(), typed: z.string() })
  .meta({ id: 'PaperCheckpoint', description: 'What makes a paper a witness of the log' })
export type PaperCheckpoint = z.infer<typeof PaperCheckpoint>
