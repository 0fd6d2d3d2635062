import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router'

/** What stands in an address for words that somebody typed, before their number. */
const SIGN = '_'
/** The parts of addresses that hold words somebody typed. */
const TYPED = ['words', 'find'] as const

const numbers = new Map<string, number>()
let last = 0

/**
 * An address as the browser keeps it, in its history and its list of downloads on disk. Words that
 * somebody typed stand in it as a number that this tab alone can read: what a shared computer keeps
 * says nothing, going back and forth finds them again, and opening the tab anew does not.
 */
export function stringifyAddress(search: Record<string, unknown>): string {
  const held = { ...search }
  for (const name of TYPED) {
    const words = held[name]
    if (typeof words === 'string' || typeof words === 'number') {
      held[name] = `${SIGN}${numberOf(String(words))}`
    }
  }
  return defaultStringifySearch(held)
}

/** The other way round; words that stand in an address by themselves, as in a link, are taken too. */
export function parseAddress(text: string): Record<string, unknown> {
  const search: Record<string, unknown> = defaultParseSearch(text)
  for (const name of TYPED) {
    const words = search[name]
    if (typeof words !== 'string' || !words.startsWith(SIGN)) continue
    const number = Number(words.slice(SIGN.length))
    search[name] = [...numbers].find(([, other]) => other === number)?.[0]
  }
  return search
}

/** Nobody who comes after finds the words that were typed: their numbers are not given again. */
export function forgetTypedWords(): void {
  numbers.clear()
}

function numberOf(words: string): number {
  const known = numbers.get(words)
  if (known !== undefined) return known
  last += 1
  numbers.set(words, last)
  return last
}
