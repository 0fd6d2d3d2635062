import { projectFiles } from '../files.ts'
import { runTool } from '../run-command.ts'
import { gateThatSaw, type Outcome } from '../step.ts'

const LINTED = ['packages', 'tools', 'bench'] as const

/** oxlint with type information; no warning is tolerated. */
export async function checkLint(): Promise<Outcome> {
  const files = await projectFiles(
    ...LINTED.flatMap((folder) => [`${folder}/*.ts`, `${folder}/*.tsx`]),
  )
  const { code, output } = await runTool('oxlint', ['--type-aware', '--deny-warnings', ...LINTED])
  const saw = Number(/on (\d+) files/.exec(output)?.[1] ?? 0)
  return gateThatSaw({ ok: code === 0, output, saw, of: files.length })
}

/** oxfmt: every file is written as the formatter would write it. */
export async function checkFormat(): Promise<Outcome> {
  const files = (await projectFiles('*.ts', '*.tsx', '*.mjs', '*.css')).filter(
    (file) => !/^packages\/.*\/fixtures\//.test(file),
  )
  const { code, output } = await runTool('oxfmt', ['--check', ...files])
  const saw = Number(/on (\d+) files/.exec(output)?.[1] ?? 0)
  return gateThatSaw({ ok: code === 0, output, saw, of: files.length })
}
