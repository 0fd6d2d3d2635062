import { describe, expect, test } from 'vitest'
import { chooseLanguage, formatMessage, say } from '../../src/i18n/index.ts'

describe('a message', () => {
  test('is filled in the language asked for', () => {
    const message = {
      area: 'problems',
      key: 'session.throttled',
      values: { retryAfter: 1 },
    } as const
    expect(say('en', message)).toContain('wait 1 second before')
    expect(say('fr', message)).toContain('attendez 1 seconde avant')
    expect(say('fr', { ...message, values: { retryAfter: 4000 } })).toContain('4\u202f000 secondes')
  })

  test('that lacks a value is a fault, never a sentence with a hole', () => {
    expect(() => formatMessage('en', 'from {place}')).toThrow('place')
  })

  test('that does not exist is a fault', () => {
    expect(() => say('en', { area: 'problems', key: 'no.such' as 'file.empty' })).toThrow('no.such')
  })

  test('is compiled once', () => {
    const pattern = `{count, plural, one {# file} other {# files}} ${'x'.repeat(2000)}`
    const started = performance.now()
    for (let count = 0; count < 2000; count += 1) formatMessage('en', pattern, { count })
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

test.each([
  ['fr', 'fr'],
  ['fr_FR.UTF-8', 'fr'],
  ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'fr'],
  ['de, en;q=0.4, fr;q=0.6', 'fr'],
  ['fr;q=0, en', 'en'],
  ['FR', 'fr'],
  ['es, ar', 'en'],
  ['', 'en'],
  ['C.UTF-8', 'en'],
  [';;q=,,=;q=x,fr', 'fr'],
])('of the preferences %j the language is %s', (preferences, language) => {
  expect(chooseLanguage(preferences)).toBe(language)
})
