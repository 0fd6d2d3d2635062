import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node'
import type { Counts } from './counts.ts'

/** Writes what a Vitest run came to into the file named in `VIGIL_COUNTS`, for the line at the end. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env['VIGIL_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(count(modules, errors)))
  }
}

function count(modules: readonly TestModule[], errors: readonly unknown[]): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const inState = (state: string): TestCase[] =>
    tests.filter((test) => test.result().state === state)
  const failures = [
    ...inState('failed').map((test) => describe(test, test.result().errors ?? [])),
    ...modules.flatMap(groupsOf).map((group) => describe(group, group.errors())),
    ...errors.map((error) => `outside of a test: ${tell(error)}`),
  ]
  const passed = inState('passed').length
  const failed = failures.length
  const skippedNames = tests.filter((test) => isLeftOut(test)).map(({ fullName }) => fullName)
  return { passed, failed, skipped: skippedNames.length, skippedNames, failures }
}

/** Files and groups that failed themselves: they cannot be read, or what runs around their tests failed. */
function groupsOf(module: TestModule): (TestModule | TestSuite)[] {
  return [module, ...module.children.allSuites()].filter((group) => group.errors().length > 0)
}

function isLeftOut(test: TestCase): boolean {
  const { state } = test.result()
  return state !== 'passed' && state !== 'failed'
}

/** Where and what a failure was: the file, the test's name, the first lines of each error. */
function describe(at: TestCase | TestSuite | TestModule, errors: readonly unknown[]): string {
  const [module, name] = at.type === 'module' ? [at, 'the file itself'] : [at.module, at.fullName]
  return `${relative('.', module.moduleId)}: ${name}\n${errors.map(tell).join('\n')}`
}

const LINES = 14

function tell(error: unknown): string {
  const { message, stack = '', diff = '' } = Object(error) as Partial<Record<string, string>>
  const place = /\S*(?:packages|tools)\/\S+:\d+:\d+/.exec(stack)?.[0] ?? ''
  const said = stripVTControlCharacters([message ?? String(error), diff, place].join('\n'))
  return said
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .map((line) => `    ${line}`)
    .join('\n')
}
