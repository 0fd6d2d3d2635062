import { projectFiles } from '../files.ts'
import { runTool } from '../run-command.ts'
import { gateThatSaw, type Outcome } from '../step.ts'

/** Strict programs first (core and contract have no Node types, web has no Node types), then the tests. */
const PROGRAMS = [
  'packages/core/tsconfig.json',
  'packages/contract/tsconfig.json',
  'packages/server/tsconfig.json',
  'packages/cli/tsconfig.json',
  'packages/web/tsconfig.json',
  'packages/core/tsconfig.test.json',
  'packages/contract/tsconfig.test.json',
  'packages/web/tsconfig.test.json',
  'tools/tsconfig.json',
] as const

/** The compiler over every program; together they must have seen every TypeScript file there is. */
export async function checkTypes(): Promise<Outcome> {
  const files = await projectFiles('*.ts', '*.tsx')
  const seen = new Set<string>()
  const errors: string[] = []
  for (const program of PROGRAMS) {
    const { code, output } = await runTool('tsc', [
      '-p',
      program,
      '--listFiles',
      '--pretty',
      'false',
    ])
    const lines = output.split('\n')
    for (const line of lines) seen.add(line.replace(`${process.cwd()}/`, ''))
    if (code !== 0) errors.push(...lines.filter((line) => / error TS\d+/.test(line)))
  }
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
