import { z } from 'zod'

const Years = z.int().min(0).max(120)

/** An age in whole years, between two bounds where it is not known exactly. */
export const Age = z
  .strictObject({ least: Years, most: Years, estimated: z.boolean() })
  .refine(({ least, most }) => least <= most, 'the lower bound is above the upper one')
export type Age = Readonly<z.infer<typeof Age>>

/** How old somebody is held to be in law. */
export type Majority = 'child' | 'adult' | 'undecided'

/** What is known about the age of one person at the time of a violation. */
export interface AgeFacts {
  readonly age: Age | null
  readonly status: string | null
  /** Whether it is written down why somebody of unknown age is held to be a child. */
  readonly noted: boolean
}

/** How an age is known where doubt has been resolved to child already (R-AGE-1). */
const CHILD_STATUSES: readonly (string | null)[] = ['assessed_child', 'presumed_child']

/**
 * Whether somebody counts as a child (R-AGE-1, R-AGE-5, K18): all but those assessed as adults and those
 * of 18 or more by a document. Where nothing is known, or 18 or more is only said, it waits until the task
 * force wrote down why it holds them to be a child.
 */
export function majorityOf({ age, status, noted }: AgeFacts): Majority {
  const isGrown = age !== null && age.least >= 18
  if (status === 'assessed_adult' || (status === 'documented' && isGrown)) return 'adult'
  if (noted || CHILD_STATUSES.includes(status)) return 'child'
  return status === 'unknown' || age === null || isGrown ? 'undecided' : 'child'
}

/**
 * Whether a child was under 15 at the start of its recruitment (R-RU-2); undefined where nobody can say.
 */
export function isBelow15(age: Age | null): boolean | undefined {
  if (age === null || (age.least < 15 && age.most >= 15)) return undefined
  return age.most < 15
}
