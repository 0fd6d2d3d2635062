import { z } from 'zod'
import { CODE_LISTS } from '../../codes/lists.ts'

const Difficulty = z.enum(CODE_LISTS.difficulty)

/** Answers to the six questions of the Washington Group Short Set; what was not asked is left out. */
export const Disability = z.partialRecord(z.enum(CODE_LISTS.disabilityDomain), Difficulty)
export type Disability = Readonly<z.infer<typeof Disability>>

/**
 * Whether a child counts as having a disability: a lot of difficulty, or none at all, in at least one
 * domain (the cut-off that the Washington Group recommends). Undefined where nothing was answered.
 */
export function hasDisability(answers: Disability): boolean | undefined {
  const known = Object.values(answers).filter((answer) => answer !== 'unknown')
  if (known.some((answer) => answer === 'a_lot' || answer === 'cannot_do')) return true
  return known.length === 0 ? undefined : false
}
