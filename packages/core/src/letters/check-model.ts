import { z } from 'zod'

/** A stretch of a compared text. `filled` is what stands where the draft had a blank. */
export const WordChange = z.object({
  change: z.enum(['same', 'removed', 'added', 'filled']),
  text: z.string(),
  blank: z.string().nullable(),
})
export type WordChange = z.infer<typeof WordChange>

/**
 * One row of a comparison. `block` is the draft's, null where the returned letter adds something;
 * `at` is the index of the returned paragraph, null where it is missing. `moved` also where the
 * words changed; the state is then `changed`. `words` retells both texts in order.
 */
export const CheckRow = z.object({
  state: z.enum(['same', 'changed', 'missing', 'added', 'moved']),
  moved: z.boolean(),
  block: z.string().nullable(),
  at: z.int().nonnegative().nullable(),
  marker: z.string().nullable(),
  source: z.string().nullable(),
  clauses: z.array(z.string()),
  words: z.array(WordChange),
})
export type CheckRow = z.infer<typeof CheckRow>

/**
 * `vigil-letter-check/1`: a returned letter against its draft, row by row in the draft's order, what
 * was added standing where it was found. `filled` are the facts that stand where the draft had
 * blanks, `unfilled` the blanks that are still there. `same` is true where nothing else differs.
 */
export const LetterCheck = z.object({
  format: z.literal('vigil-letter-check/1'),
  same: z.boolean(),
  rows: z.array(CheckRow),
  counts: z.object({
    same: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    missing: z.int().nonnegative(),
    added: z.int().nonnegative(),
    moved: z.int().nonnegative(),
  }),
  filled: z.array(z.object({ fact: z.string(), text: z.string() })),
  unfilled: z.array(z.string()),
})
export type LetterCheck = z.infer<typeof LetterCheck>

/** The JSON Schema (2020-12) of `vigil-letter-check/1`, as published in `docs/schemas`. */
export function letterCheckSchema(): object {
  return {
    $id: 'vigil-letter-check-1.schema.json',
    title: 'vigil-letter-check/1',
    ...z.toJSONSchema(LetterCheck, { target: 'draft-2020-12' }),
  }
}
