/** What a Vitest run came to; its reporter tells it to the step that ran it. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly skippedNames: readonly string[]
  /** Each failure: file, name of the test and what it said, a few lines. */
  readonly failures: readonly string[]
}
