import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Writes the counts of a Vitest run to the file named in `VIGIL_COUNTS`, for the line at the end. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, skippedNames: [] as string[] }
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0)
        counts.failed++
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') counts.passed++
        else if (state === 'failed') counts.failed++
        else counts.skippedNames.push(test.fullName)
      }
    }
    counts.skipped = counts.skippedNames.length
    const file = process.env['VIGIL_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(counts))
  }
}
