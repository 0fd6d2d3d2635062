import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Halves the time of a cold start. Never in the shared temporary directory: what lies there is run.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/vigil'))

// Whoever reads what is printed may stop before its end, as `head` does; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const { runCommandLine } = await import('./frame/program.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
