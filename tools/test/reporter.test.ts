import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Counts } from '../verify/counts.ts'
import { runCommand } from '../verify/run-command.ts'

/** Runs Vitest over files of that content; resolves with what the reporter made of it. */
async function runFiles(files: Readonly<Record<string, string>>): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-reporter-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  for (const [name, content] of Object.entries(files)) {
    const imports = `import { afterAll, beforeAll, describe, expect, test } from 'vitest'\n`
    await writeFile(join(folder, `${name}.test.js`), imports + content)
  }
  const counts = join(folder, 'counts.json')
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  const reporter = `--reporter=${resolve('tools/verify/reporter.ts')}`
  await runCommand(process.execPath, [vitest, 'run', '--root', folder, reporter], {
    env: { ...process.env, VIGIL_COUNTS: counts },
  })
  return JSON.parse(await readFile(counts, 'utf8')) as Counts
}

const PASSING = "test('passes', () => {})"

/** Whatever can fail, by the file in which it does. */
const FAILING = {
  test: "test('fails', () => { expect('said by test').toBe('') })",
  group: `describe('g', () => { beforeAll(() => { throw new Error('said by group') }); ${PASSING} })`,
  before: `beforeAll(() => { throw new Error('said by before') }); ${PASSING}`,
  after: `afterAll(() => { throw new Error('said by after') }); ${PASSING}`,
  file: "throw new Error('said by file')",
  forgotten: "test('passes', () => { void Promise.reject(new Error('said by forgotten')) })",
}

test('whatever fails is named once, and nothing else', async () => {
  const { passed, failures, skipped, failed } = await runFiles({ ...FAILING, well: PASSING })
  for (const name of Object.keys(FAILING)) {
    expect(failures.filter((failure) => failure.includes(`said by ${name}`))).toHaveLength(1)
  }
  expect(failed).toBe(Object.keys(FAILING).length)
  expect({ passed, skipped }).toEqual({ passed: 3, skipped: 2 })
})
