import { expect, test } from 'vitest'
import catalogue from '../../src/i18n/en/log.json' with { type: 'json' }
import { say } from '../../src/i18n/index.ts'
import { checkLog, type LogFault, type LogProblem, parseCheckpoint } from '../../src/log/index.ts'
import { bytesOf } from './support.ts'

/** All that can be said against a log; a code without a sentence does not compile, nor the opposite. */
type Code = LogProblem | `fault.${LogFault['kind']}`
const SENTENCES: Readonly<Record<Code, string>> = catalogue
const IS_EXACT: [Exclude<keyof typeof catalogue, Code>] extends [never] ? true : false = true

test('every refusal and every fault has a sentence, and every sentence its use', () => {
  expect(IS_EXACT).toBe(true)
  expect(Object.keys(SENTENCES).length).toBeGreaterThan(20)
})

test('a refusal says what was found', () => {
  const refusal = parseCheckpoint('vigil.example/log\n007\nroot\n')
  if (refusal.ok) throw new Error('a size has no leading zeros')
  expect(say('en', { area: 'log', key: refusal.problem, values: refusal.values })).toBe(
    'The size of the checkpoint, 007, is not a number as logs write it.',
  )
})

test('what was found is cut where it is long', () => {
  const refusal = parseCheckpoint(`vigil.example/log\n${'9'.repeat(5000)}\nroot\n`)
  expect(refusal).toMatchObject({ values: { found: `${'9'.repeat(80)}…` } })
})

test('what was found never ends in half a character', () => {
  const refusal = parseCheckpoint(`vigil.example/log\n${'9'.repeat(79)}\u{1f600}\nroot\n`)
  expect(refusal.ok ? '' : refusal.values['found']).toBe(`${'9'.repeat(79)}\ufffd…`)
})

test('a fault says where it lies', () => {
  const checkpoint = { size: 3, root: new Uint8Array(32) }
  const fault = checkLog([{ index: 0, bytes: bytesOf('entry') }], [checkpoint])
  if (fault?.kind !== 'historyShorter') throw new Error('two entries are missing')
  const { kind, ...values } = fault
  expect(
    say('fr', { area: 'log', key: `fault.${kind}`, values: { ...values, checkpoint: 'A' } }),
  ).toBe(
    'Le journal s’arrête après 1 entrée, mais le point de contrôle A en a vu 3\u00a0: la fin en a été retirée.',
  )
})
