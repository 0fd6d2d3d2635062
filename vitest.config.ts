import { defineConfig } from 'vitest/config'

/** A test that takes longer hangs, even on a busy machine; at full size tests may take an hour. */
const BOUND_MS = process.env['VIGIL_TORTURE'] === '1' ? 3_600_000 : 120_000

/**
 * A Vitest project per package; the browser journeys are one of their own. The files that one process
 * runs share their modules: each file would read and compile hundreds of them again.
 */
function project(name: string, include: string, more: object = {}): { test: object } {
  return {
    test: {
      ...more,
      name,
      include: [include],
      environment: 'node',
      isolate: false,
      testTimeout: BOUND_MS,
      hookTimeout: BOUND_MS,
    },
  }
}

/** One PostgreSQL for all test files, chosen by VIGIL_TEST_DATABASE (embedded or debian15). */
const WITH_DATABASE = { globalSetup: ['packages/server/test/support/global-setup.ts'] }

/** What a page shows is waited for as long as Playwright waits for anything. */
const BROWSER = { expect: { poll: { timeout: 30_000 } } }

export default defineConfig({
  test: {
    reporters: ['default', './tools/verify/reporter.ts'],
    maxWorkers: 2,
    projects: [
      project('core', 'packages/core/test/**/*.test.ts'),
      project('contract', 'packages/contract/test/**/*.test.ts'),
      project('server', 'packages/server/test/**/*.test.ts', WITH_DATABASE),
      project('cli', 'packages/cli/test/**/*.test.ts'),
      project('web', 'packages/web/test/**/*.test.{ts,tsx}'),
      project('tools', 'tools/test/**/*.test.ts'),
      project('browser', 'packages/web/e2e/**/*.test.ts', BROWSER),
      project('pictures', 'packages/web/e2e/**/*.pictures.ts'),
    ],
  },
})
