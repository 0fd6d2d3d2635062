import { projectFiles } from '../files.ts'
import { runTool } from '../run-command.ts'
import { forEachSideBySide } from '../side-by-side.ts'
import { gateThatSaw, type Outcome } from '../step.ts'

/**
 * Strict programs first: core and contract have no Node types, web has none either. What runs in Node
 * is one program, so that the types it shares are worked out once.
 */
const PROGRAMS = [
  'packages/core/tsconfig.json',
  'packages/contract/tsconfig.json',
  'packages/web/tsconfig.json',
  'tsconfig.node.json',
  'packages/web/tsconfig.test.json',
  'tools/tsconfig.json',
] as const

/** The compiler over every program; together they must have seen every TypeScript file there is. */
export async function checkTypes(): Promise<Outcome> {
  const files = await projectFiles('*.ts', '*.tsx')
  const seen = new Set<string>()
  const errors: string[] = []
  await forEachSideBySide(PROGRAMS, async (program) => {
    const words = ['-p', program, '--listFiles', '--pretty', 'false']
    const { code, output } = await runTool('tsc', words)
    const lines = output.split('\n')
    for (const line of lines) seen.add(line.replace(`${process.cwd()}/`, ''))
    if (code !== 0) errors.push(...lines.filter((line) => / error TS\d+/.test(line)))
  })
  const missed = files.filter((file) => !seen.has(file))
  const output = [...new Set(errors), ...missed.map((file) => `no program holds ${file}`)].join(
    '\n',
  )
  return gateThatSaw({
    ok: errors.length === 0,
    output,
    saw: files.length - missed.length,
    of: files.length,
  })
}
