import { runCommand } from '../run-command.ts'
import { gate, type Outcome } from '../step.ts'

/** Runs one of the project's own checking scripts: exit code 0 is a pass, its last line is the summary. */
export async function checkScript(script: string, ...args: string[]): Promise<Outcome> {
  const { code, output } = await runCommand(process.execPath, [script, ...args])
  const lines = output.trim().split('\n')
  return gate(code === 0, code === 0 ? (lines.at(-1) ?? '') : output)
}
