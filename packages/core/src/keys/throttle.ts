const MINUTE_MS = 60_000

/** How many identities one person may open within a time; what is beyond stops and raises the alarm. */
export const UNWRAP_LIMITS = [
  { withinMs: MINUTE_MS, most: 30 },
  { withinMs: 60 * MINUTE_MS, most: 200 },
] as const

/** For how long openings count, in milliseconds. */
export const LONGEST_LIMIT_MS = Math.max(...UNWRAP_LIMITS.map(({ withinMs }) => withinMs))

export type UnwrapVerdict =
  | { readonly allow: true }
  | {
      readonly allow: false
      /** After so many milliseconds one more may be opened. */
      readonly retryMs: number
    }

/**
 * Whether somebody may open one more identity at `now`, who opened others at `earlier` (milliseconds of
 * Unix time, in any order).
 */
export function judgeUnwrap(earlier: readonly number[], now: number): UnwrapVerdict {
  const waits = UNWRAP_LIMITS.map(({ withinMs, most }) => {
    const counted = earlier.filter((at) => at > now - withinMs).toSorted((a, b) => b - a)
    const last = counted[most - 1]
    return last === undefined ? 0 : last + withinMs - now
  })
  const retryMs = Math.max(...waits)
  return retryMs > 0 ? { allow: false, retryMs } : { allow: true }
}
