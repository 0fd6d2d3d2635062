import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFiles } from '../verify/files.ts'
import { runCommand } from '../verify/run-command.ts'

/** A copy of the project in which each test plants one fault and takes it out again. */
const copy = mkdtempSync(join(tmpdir(), 'vigil-planted-'))

beforeAll(async () => {
  const files = await projectFiles(
    'packages',
    'tools',
    'bench',
    '*.json',
    '.*.json',
    '*.ts',
    '.gitignore',
  )
  for (const file of files) cpSync(file, join(copy, file), { recursive: true })
  linkPackages()
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ])
    await runCommand('git', args, { cwd: copy })
})

/** Borrows the installed packages, but lets the workspaces be those of the copy. */
function linkPackages(): void {
  mkdirSync(join(copy, 'node_modules/@vigil'), { recursive: true })
  for (const name of readdirSync('node_modules')) {
    if (name !== '@vigil')
      symlinkSync(resolve('node_modules', name), join(copy, 'node_modules', name))
  }
  for (const name of readdirSync('node_modules/@vigil')) {
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules/@vigil', name))
  }
}

afterAll(() => rmSync(copy, { recursive: true, force: true }))

const PLANTED = [
  ['types', 'packages/core/src/documents/planted.ts', 'export const planted: number = "text"\n'],
  ['types', 'packages/core/src/documents/planted.ts', 'export const planted = process.pid\n'],
  ['types', 'packages/web/src/planted.ts', "export { readFile } from 'node:fs'\n"],
  ['lint', 'packages/server/src/planted.ts', 'export const planted: any = 1\n'],
  [
    'lint',
    'packages/core/src/documents/planted.ts',
    'export const planted = (): unknown => new Date()\n',
  ],
  [
    'lint',
    'packages/server/src/planted.ts',
    'export function planted(): void {\n  Promise.resolve(1)\n}\n',
  ],
  ['format', 'packages/core/src/documents/planted.ts', 'export   const planted = "1";\n'],
  [
    'boundaries',
    'packages/contract/src/planted.ts',
    "export { MAX_FILE_BYTES } from '@vigil/server/documents/reader/index.ts'\n",
  ],
  ['boundaries', 'packages/core/src/documents/planted.ts', "export { Hono } from 'hono'\n"],
  ['dead code', 'packages/core/src/documents/planted.ts', 'export const planted = 1\n'],
  ['logical CSS', 'packages/web/src/planted.css', '.planted { margin-left: 1px; }\n'],
  ['sizes', 'packages/core/src/documents/planted.ts', '// a line\n'.repeat(401)],
] as const

test.each(PLANTED)('%s catches a fault planted in %s', async (step, file, text) => {
  const path = join(copy, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  try {
    const run = await runCommand(process.execPath, ['tools/verify/run.ts', '--only', step], {
      cwd: copy,
    })
    expect(run.code).toBe(1)
    expect(run.output).toContain('planted')
  } finally {
    rmSync(path)
  }
})
