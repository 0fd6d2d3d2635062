import { z } from 'zod'

const Count = z.int().min(0).max(10_000_000)

/** Children by sex; the total is derived, and unknown stays unknown (R-COUNT-10). */
export const Tally = z.strictObject({ boys: Count, girls: Count, unknown: Count })
export type Tally = Readonly<z.infer<typeof Tally>>

/** Adults by sex: context, never counted (R-KM-5, R-AS-2). */
export const Adults = z.strictObject({ men: Count, women: Count, unknown: Count })

export const NOBODY: Tally = { boys: 0, girls: 0, unknown: 0 }

const SEXES = ['boys', 'girls', 'unknown'] as const

/** How many children. */
export function totalOf({ boys, girls, unknown }: Tally): number {
  return boys + girls + unknown
}

/** All of `tallies` together. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return combine(tallies, (one, other) => one + other)
}

/** What is left of `whole` without `part`; undefined where the part is not within it. */
export function findRest(whole: Tally, part: Tally): Tally | undefined {
  const rest = combine([whole, part], (one, other) => one - other)
  return SEXES.every((sex) => rest[sex] >= 0) ? rest : undefined
}

function combine(tallies: readonly Tally[], by: (one: number, other: number) => number): Tally {
  const [first = NOBODY, ...others] = tallies
  return others.reduce(
    (left, right) => ({
      boys: by(left.boys, right.boys),
      girls: by(left.girls, right.girls),
      unknown: by(left.unknown, right.unknown),
    }),
    first,
  )
}
