// `npm start`: installs what is missing, builds the web application, serves.
// Plain JavaScript for Node 20: nothing of the project is installed yet when it starts.
import { ensureWebBuilt } from './lib/build-web.mjs'
import { ensureInstalled, runNode } from './lib/install.mjs'

ensureInstalled()
await ensureWebBuilt()
process.exit(await runNode(['packages/cli/src/main.ts', 'serve', ...process.argv.slice(2)]))
