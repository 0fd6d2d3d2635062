import { checkBoundaries } from './gates/boundaries.ts'
import { checkDeadCode } from './gates/dead-code.ts'
import { checkDependencies } from './gates/dependencies.ts'
import { checkScript } from './gates/scripts.ts'
import { checkLogicalCss, checkPackages, checkSizes } from './gates/house.ts'
import { checkFormat, checkLint } from './gates/lint.ts'
import { checkTypes } from './gates/types.ts'
import type { Step } from './step.ts'
import { runTests } from './tests.ts'

const EMBEDDED = { env: { VIGIL_TEST_DATABASE: 'embedded' } }
/** Tests that never meet the database that was chosen are run once, on the embedded one. */
const DEBIAN = {
  env: { VIGIL_TEST_DATABASE: 'debian15' },
  except: [
    '**/server/test/{demonstration,factors,keys,lifecycle,tls}/**',
    '**/server/test/identities/{erasure,matrix}.test.ts',
    '**/server/test/postgres/launcher*.test.ts',
    '**/server/test/backup/{majors,memory,refusals}.test.ts',
    '**/server/test/documents/extract/**',
    '**/server/test/documents/reading-limits.test.ts',
  ],
}

const GATES: readonly Step[] = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: checkLint },
  { name: 'format', run: checkFormat },
  { name: 'boundaries', run: checkBoundaries },
  { name: 'dead code', run: checkDeadCode },
  { name: 'logical CSS', run: checkLogicalCss },
  { name: 'sizes', run: checkSizes },
  { name: 'packages', run: checkPackages },
  { name: 'dependencies', run: checkDependencies },
  { name: 'colours', run: () => checkScript('tools/check-tokens.mjs') },
  { name: 'generated files', run: () => checkScript('tools/generate.mjs', '--check') },
]

const WEB_BUILD: readonly Step[] = [
  { name: 'web build', run: () => checkScript('tools/prepare.mjs', 'serve') },
  { name: 'page weights', run: () => checkScript('tools/check-weights.mjs') },
  { name: 'browser targets', run: () => checkScript('tools/check-targets.mjs') },
]

const SERVER: readonly Step[] = [
  { name: 'server on PostgreSQL 18', run: () => runTests('server', EMBEDDED) },
  { name: 'server on PostgreSQL 15', run: () => runTests('server', DEBIAN) },
  { name: 'command line', run: () => runTests('cli', EMBEDDED) },
]

const OTHERS: readonly Step[] = [
  { name: 'browser journeys', run: () => runTests('browser', EMBEDDED) },
  { name: 'core', run: () => runTests('core') },
  { name: 'contract', run: () => runTests('contract') },
  { name: 'web', run: () => runTests('web') },
  { name: 'gates and tools', run: () => runTests('tools') },
]

/** Steps one after the other. */
export type Lane = readonly Step[]

/**
 * Everything `npm test` runs, in stages; the lanes of a stage run side by side. The gates take all
 * processors themselves; the journeys mostly wait for the browser, and leave them to the server's tests.
 */
export const STAGES: readonly (readonly Lane[])[] = [[[...GATES, ...WEB_BUILD]], [SERVER, OTHERS]]
