import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forgetTypedWords, parseAddress, stringifyAddress } from '../src/app/typed-words.ts'

describe('words that somebody typed', () => {
  test('do not stand in the address, and are found again by it', () => {
    fc.assert(
      fc.property(fc.constantFrom('words', 'find'), fc.uuid(), (name, words) => {
        const address = stringifyAddress({ [name]: words, kind: 'letter' })
        expect(address).not.toContain(words)
        expect(parseAddress(address)).toEqual({ [name]: words, kind: 'letter' })
      }),
    )
  })

  test('have one address, however often they are typed', () => {
    const once = stringifyAddress({ words: '2690' })
    expect(stringifyAddress({ words: 2690 })).toBe(once)
    expect(stringifyAddress(parseAddress(once))).toBe(once)
  })

  test('are taken from a link that says them', () => {
    expect(parseAddress('?words=children')).toEqual({ words: 'children' })
    expect(parseAddress('?find=%22action%20plan%22')).toEqual({ find: 'action plan' })
  })

  test('are gone for whoever comes after, also when they type others', () => {
    const before = stringifyAddress({ words: 'before' })
    forgetTypedWords()
    const after = stringifyAddress({ words: 'after' })
    expect(after).not.toBe(before)
    expect(parseAddress(before)['words']).toBeUndefined()
  })

  test('that are unknown or odd narrow nothing down', () => {
    for (const odd of ['_', '_x', '_-1', '_1e9', '_999999']) {
      expect(parseAddress(`?words=${odd}`)['words']).toBeUndefined()
    }
  })
})
