import { runCommandLine } from './frame/program.ts'

process.exitCode = await runCommandLine(process.argv.slice(2))
