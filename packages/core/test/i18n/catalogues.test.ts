import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { InterfaceLanguage } from '../../src/i18n/index.ts'

const DIRECTORY = join(import.meta.dirname, '../../src/i18n')
const AREAS = readdirSync(join(DIRECTORY, 'en')).filter((name) => name.endsWith('.json'))
const OTHERS = InterfaceLanguage.options.filter((language) => language !== 'en')

/** The parser's number for plain text. */
const LITERAL = 0

type Catalogue = Readonly<Record<string, string>>
type Element = ReturnType<IntlMessageFormat['getAst']>[number]

function readCatalogue(language: string, area: string): Catalogue {
  return JSON.parse(readFileSync(join(DIRECTORY, language, area), 'utf8')) as Catalogue
}

/** Names of a message's arguments, tags and choices, those inside of choices too. */
function argumentsOf(language: string, message: string): string[] {
  const found = new Set<string>()
  const visit = (elements: readonly Element[]) => {
    for (const element of elements) {
      const type: number = element.type
      if ('value' in element && type !== LITERAL) found.add(`${type}:${element.value}`)
      if ('options' in element) {
        for (const option of Object.values(element.options)) visit(option.value)
      }
      if ('children' in element) visit(element.children)
    }
  }
  visit(new IntlMessageFormat(message, language).getAst())
  return [...found].sort((one, other) => one.localeCompare(other))
}

test('there are catalogues to look at', () => {
  expect(AREAS.length).toBeGreaterThanOrEqual(4)
})

describe.each(AREAS)('%s', (area) => {
  const english = readCatalogue('en', area)

  test.each(OTHERS)(
    'has the keys of the English catalogue in %s, in the same order',
    (language) => {
      expect(Object.keys(readCatalogue(language, area))).toEqual(Object.keys(english))
    },
  )

  test.each(InterfaceLanguage.options)(
    'has no message that is empty or malformed in %s',
    (language) => {
      for (const [key, message] of Object.entries(readCatalogue(language, area))) {
        expect([key, message.trim()]).toEqual([key, message])
        expect([key, message]).not.toEqual([key, ''])
        expect(() => argumentsOf(language, message), key).not.toThrow()
      }
    },
  )

  test.each(OTHERS)('asks for the same values in %s as in English', (language) => {
    const other = readCatalogue(language, area)
    for (const [key, message] of Object.entries(english)) {
      expect([key, argumentsOf(language, other[key] ?? '')]).toEqual([
        key,
        argumentsOf('en', message),
      ])
    }
  })

  test.each(InterfaceLanguage.options)('has the apostrophe of print in %s', (language) => {
    for (const [key, message] of Object.entries(readCatalogue(language, area))) {
      expect([key, /\p{L}'\p{L}/u.test(message)]).toEqual([key, false])
    }
  })

  test('has a no-break space before double signs in French', () => {
    for (const [key, message] of Object.entries(readCatalogue('fr', area))) {
      expect([key, / [;:?!»]|« /.exec(message)?.[0]]).toEqual([key, undefined])
    }
  })
})
