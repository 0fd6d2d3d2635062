// `npm test`: installs what is missing, then runs every check and every test.
// Plain JavaScript for Node 20: nothing of the project is installed yet when it starts.
import { ensureDebianPackages } from './lib/debian.mjs'
import { ensureInstalled, runNode } from './lib/install.mjs'

const args = process.argv.slice(2)
if (args.includes('--torture')) process.env['VIGIL_TORTURE'] = '1'

ensureInstalled()
const missing = ensureDebianPackages()
if (missing) {
  console.error(missing)
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}
process.exit(await runNode(['tools/verify/run.ts', ...args.filter((arg) => arg !== '--torture')]))
