// `npm run bench`: installs what is missing, then runs every benchmark in `bench/`, one after another.
// Plain JavaScript for Node 20, as tools/test.mjs.
import { readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { ensureInstalled, runNode } from './lib/install.mjs'

ensureInstalled()
const only = process.argv[2]
const benches = readdirSync('bench').filter(
  (file) => file.endsWith('.ts') && (only === undefined || file.includes(only)),
)
const gib = Math.round(totalmem() / 2 ** 30)
console.log(`Machine: ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ${gib} GiB`)
let failed = 0
for (const file of benches) {
  console.log(`\n== ${file.replace('.ts', '')}`)
  if ((await runNode([`bench/${file}`])) !== 0) failed++
}
process.exit(failed > 0 || benches.length === 0 ? 1 : 0)
