import { describe, expect, test } from 'vitest'
import { readEntries } from '../../src/documents/hunspell-entries.ts'
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

  test('joins the flags of all lines of a word, and leaves remarks and line ends of Windows aside', () => {
    const text = '4\r\nload/U\r\nbake\tst:x/y\r\nload/D\tremark/B\r\nlo/A\r\n/B\r\n\r\nba'
    const entries = readEntries(text)
    const words = ['load', 'bake', 'lo', 'ba', 'loa', 'l', '', '4', 'lo/A', 'bake\tst:x']
    expect(words.map((word) => entries.get(word))).toEqual(['UD', '', 'A', '', ...Array(6)])
  })

  test.each(['', '0', '0\n', '1\n\n'])('may have no entries: %j', (text) => {
    expect(readEntries(text).get('word')).toBeUndefined()
  })
})
