/** What a step found. `detail` is printed in full when it failed and as one line when it passed. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly detail: string
}

/** One part of `npm test`. */
export interface Step {
  readonly name: string
  readonly run: () => Promise<Outcome>
}

/** A gate is one test: it passed, having seen `seen`, or it failed for the reasons in `detail`. */
export function gate(passed: boolean, detail: string): Outcome {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, detail }
}

/**
 * The verdict on a tool that reports how many files it looked at. A tool that saw fewer than there
 * are fails: a check that looked at nothing proves nothing.
 */
export function gateThatSaw(check: {
  ok: boolean
  output: string
  saw: number
  of: number
}): Outcome {
  const blind = check.saw < check.of
  const sight = `saw ${check.saw} of ${check.of} files`
  if (!check.ok) return gate(false, `${check.output}\n${sight}`)
  return gate(!blind, blind ? `${sight}: the tool is blind, mend its configuration` : sight)
}
