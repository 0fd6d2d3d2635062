// What `./vigil` needs before it can run: the packages, and for `serve` the web application.
import { ensureWebBuilt } from './lib/build-web.mjs'
import { ensureInstalled } from './lib/install.mjs'

ensureInstalled()
if (process.argv[2] === 'serve') await ensureWebBuilt()
