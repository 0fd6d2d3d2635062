import { describe, expect, test } from 'vitest'
import { parseHunspell } from '../../src/documents/hunspell.ts'
import { emptyLexicon, readingTools } from '../../src/documents/lexicon.ts'

describe('what is a word', () => {
  test.each([
    'programme',
    'organization',
    'organisation',
    'color',
    'labour',
    'children’s',
    "Council's",
  ])('English has %s, whichever side of the ocean writes it so', (word) =>
    expect(readingTools.lexicon('en').has(word)).toBe(true),
  )

  test.each(['MALI', 'SECURITY', 'Report', 'Mali'])('capitals hide no word: %s', (word) => {
    expect(readingTools.lexicon('en').has(word)).toBe(true)
  })

  test.each(['mply', 'ildren', 'disarmam', 'thecouncil', 'mali', ''])(
    'English has no %j',
    (word) => {
      expect(readingTools.lexicon('en').has(word)).toBe(false)
    },
  )

  test.each([
    'enfants',
    'réaffirmant',
    'commerciaux',
    'l’enfant',
    'qu’elles',
    'd’intensifier',
    'e\u0301tat',
  ])('French has %s', (word) => expect(readingTools.lexicon('fr').has(word)).toBe(true))

  test.each(['es', 'ar', 'ru', 'zh'] as const)(
    '%s has no dictionary and knows no word',
    (language) => {
      expect(readingTools.lexicon(language)).toBe(emptyLexicon)
      expect(readingTools.lexicon(language).has('de')).toBe(false)
    },
  )
})

describe('a Hunspell dictionary', () => {
  const aff = 'FORBIDDENWORD !\nPFX U Y 1\nPFX U 0 un .\nSFX D Y 2\nSFX D 0 d e\nSFX D 0 ed [^e]\n'
  const dictionary = parseHunspell(aff, '3\nload/UD\nbake/D\nwrong/!\n')

  test('knows entries, their endings and beginnings, and both together', () => {
    expect(
      ['load', 'loaded', 'unload', 'unloaded', 'baked'].map((word) => dictionary.has(word)),
    ).not.toContain(false)
  })

  test('respects flags, conditions and forbidden words', () => {
    expect(
      ['unbake', 'bakeed', 'loadd', 'wrong', 'un', 'ed'].map((word) => dictionary.has(word)),
    ).not.toContain(true)
  })
})
