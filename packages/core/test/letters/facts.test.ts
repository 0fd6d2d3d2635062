import { anything, assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { InterfaceLanguage, say } from '../../src/i18n/index.ts'
import { parseFacts } from '../../src/letters/index.ts'

test('no field is needed', () => {
  expect(parseFacts({})).toEqual({ ok: true, facts: { format: 'vigil-letter-facts/1' } })
})

test('null is the same as missing', () => {
  const given = { country: null, chair: null, recipients: null, circulatedOn: null }
  expect(parseFacts(given)).toMatchObject({ ok: true })
})

test.each([
  ['no object', 'facts', 'facts.notAnObject', {}],
  ['a list', [], 'facts.notAnObject', {}],
  [
    'another format',
    { format: 'vigil-letter/1' },
    'facts.wrongFormat',
    { found: 'vigil-letter/1' },
  ],
  ['an unknown field', { contry: 'Aldonia' }, 'facts.unknownField', { field: 'contry' }],
  [
    'an unknown field of a part',
    { chair: { nam: 'A' } },
    'facts.unknownField',
    { field: 'chair.nam' },
  ],
  [
    'a day that does not exist',
    { adoptedOn: '2031-02-30' },
    'facts.badDate',
    { field: 'adoptedOn', found: '2031-02-30' },
  ],
  [
    'a day in words',
    { chair: { signedOn: '1 June 2031' } },
    'facts.badDate',
    { field: 'chair.signedOn', found: '1 June 2031' },
  ],
  [
    'a language in words',
    { president: { originalLanguage: 'French' } },
    'facts.badLanguage',
    { field: 'president.originalLanguage', found: 'French' },
  ],
  ['a number for a text', { country: 5 }, 'facts.badText', { field: 'country', found: '5' }],
  ['an empty text', { country: '  ' }, 'facts.badText', { field: 'country', found: '  ' }],
  ['two lines', { country: 'A\nB' }, 'facts.badText', { field: 'country', found: 'A\nB' }],
  [
    'a name for a signatory',
    { chair: 'Ana Brun' },
    'facts.badGroup',
    { field: 'chair', found: 'Ana Brun' },
  ],
  [
    'one recipient without a list',
    { recipients: { name: 'A' } },
    'facts.badList',
    { field: 'recipients', found: '{"name":"A"}' },
  ],
  [
    'an unknown field of a recipient',
    { recipients: [{ city: 'A' }] },
    'facts.unknownField',
    { field: 'recipients.0.city' },
  ],
])('%s is one fault', (...[, given, problem, values]) => {
  expect(parseFacts(given)).toEqual({ ok: false, faults: [{ problem, values }] })
})

test('each fault is told for itself, in one sentence of each language', () => {
  const parsed = parseFacts({ adoptedOn: 'May', contry: 'A', city: 'B', chair: { signedOn: 3 } })
  if (parsed.ok) throw new Error('These facts have faults')
  expect(parsed.faults.map(({ values }) => values['field'])).toEqual([
    'adoptedOn',
    'chair.signedOn',
    'contry',
    'city',
  ])
  for (const language of InterfaceLanguage.options) {
    for (const { problem, values } of parsed.faults) {
      const sentence = say(language, { area: 'problems', key: problem, values })
      expect(sentence).toContain(values['field'])
      expect(sentence).toMatch(/^[^.]*(?:\.\w[^.]*)*\.$/)
    }
  }
})

test('whatever is given, the answer is facts or at least one fault', () => {
  assert(
    property(anything(), (given) => {
      const parsed = parseFacts(given)
      return parsed.ok || parsed.faults.length > 0
    }),
    { numRuns: 300 },
  )
})
