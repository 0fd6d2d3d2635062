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
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFiles } from '../verify/files.ts'
import { runCommand } from '../verify/run-command.ts'

/** Copies of the project in which each test plants one fault and takes it out again. */
const whole = mkdtempSync(join(tmpdir(), 'vigil-planted-'))
/** With the core alone: the gates that work out every type take their time for every file. */
const small = mkdtempSync(join(tmpdir(), 'vigil-planted-'))

beforeAll(async () => {
  const files = await projectFiles('packages', 'tools', '*.json', '.*.json', '*.ts', '.gitignore')
  const needed = files.filter(isNeeded)
  await makeCopy(whole, needed)
  for (const name of ['contract', 'server', 'cli', 'web']) {
    mkdirSync(join(small, 'packages', name, 'src'), { recursive: true })
    writeFileSync(join(small, 'packages', name, 'src/one.ts'), 'export const one = 1\n')
  }
  await makeCopy(small, needed.filter(isSmall))
})

/** The gates themselves see the tests; to copy them for planted faults would only cost time. */
function isNeeded(file: string): boolean {
  return !/^packages\/[^/]+\/(?:test|e2e)\//.test(file)
}

function isSmall(file: string): boolean {
  return /^(?:packages\/core|tools\/(?:lib|verify))\/|^(?:packages\/[^/]+\/|tools\/)?[^/]+\.json$/.test(
    file,
  )
}

async function makeCopy(copy: string, files: readonly string[]): Promise<void> {
  for (const file of files) cpSync(file, join(copy, file), { recursive: true })
  linkPackages(copy)
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ])
    await runCommand('git', args, { cwd: copy })
}

/** Borrows the installed packages, but lets the workspaces be those of the copy. */
function linkPackages(copy: string): void {
  mkdirSync(join(copy, 'node_modules/@vigil'), { recursive: true })
  for (const name of readdirSync('node_modules')) {
    if (name !== '@vigil')
      symlinkSync(resolve('node_modules', name), join(copy, 'node_modules', name))
  }
  for (const name of readdirSync('node_modules/@vigil')) {
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules/@vigil', name))
  }
}

afterAll(() => {
  for (const copy of [whole, small]) rmSync(copy, { recursive: true, force: true })
})

/** Per step the faults to plant, by file: each must be told of by the name of its file. */
const PLANTED = {
  types: {
    'packages/core/src/documents/planted-number.ts': 'export const one: number = "text"\n',
    'packages/core/src/documents/planted-process.ts': 'export const one = process.pid\n',
    'packages/web/src/planted-node.ts': "export { readFile } from 'node:fs'\n",
  },
  lint: {
    'packages/server/src/planted-any.ts': 'export const one: any = 1\n',
    'packages/core/src/documents/planted-date.ts': 'export const one = (): unknown => new Date()\n',
    'packages/server/src/planted-promise.ts':
      'export function one(): void {\n  Promise.resolve(1)\n}\n',
  },
  format: {
    'packages/core/src/documents/planted-blanks.ts': 'export   const one = "1";\n',
  },
  boundaries: {
    'packages/contract/src/planted-server.ts':
      "export { MAX_FILE_BYTES } from '@vigil/server/documents/reader/index.ts'\n",
    'packages/core/src/documents/planted-hono.ts': "export { Hono } from 'hono'\n",
  },
  'dead code': {
    'packages/core/src/documents/planted-unused.ts': 'export const one = 1\n',
  },
  'logical CSS': {
    'packages/web/src/planted-left.css': '.planted { margin-left: 1px; }\n',
  },
  sizes: {
    'packages/core/src/documents/planted-long.ts': '// a line\n'.repeat(401),
  },
} as const satisfies Record<string, Record<string, string>>

test.each(Object.entries(PLANTED))('%s catches what is planted', async (step, faults) => {
  const copy = step === 'types' || step === 'lint' ? small : whole
  const files = Object.entries(faults).map(([file, text]) => ({ path: join(copy, file), text }))
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  try {
    const run = await runCommand(process.execPath, ['tools/verify/run.ts', '--only', step], {
      cwd: copy,
    })
    expect(run.code).toBe(1)
    for (const { path } of files) expect(run.output).toContain(basename(path))
  } finally {
    for (const { path } of files) rmSync(path)
  }
})
