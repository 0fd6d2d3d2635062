import { runTool } from '../run-command.ts'
import { gate, type Outcome } from '../step.ts'

/** knip: no file, export or dependency that nothing uses. Its sight is proved by the planted faults. */
export async function checkDeadCode(): Promise<Outcome> {
  const { code, output } = await runTool('knip', ['--no-progress'])
  return gate(code === 0, code === 0 ? 'nothing unused' : output)
}
