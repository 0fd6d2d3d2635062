import type { DocumentLanguage } from '../model.ts'
import { findSymbol, formatSymbol, type DocumentSymbol } from './symbol.ts'

const STABLE = 'https://docs.un.org/'

/**
 * The stable address of the document with this symbol, in the language given or in the reader's own
 * (`https://docs.un.org/en/S/2022/856`). Only a text: nothing is fetched. Of two symbols the first
 * stands for both; what is no symbol is kept as it is, made safe for an address.
 */
export function stableAddress(symbol: string, language?: DocumentLanguage): string {
  const [first = symbol] = symbolsOf(symbol)
  const prefix = language === undefined ? '' : `${language}/`
  const path = first
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
  return `${STABLE}${prefix}${path.join('/')}`
}

/**
 * The symbols a document goes by, each in its canonical form: two for `A/77/895-S/2023/363`. So
 * `S/RES/1612 (2005)` and `S/RES/1612(2005)` are found to be one. None where the text is no symbol.
 */
export function symbolsOf(text: string): string[] {
  const found = findSymbol(text.trim())
  return found === undefined ? [] : eachOf(found).map(formatSymbol)
}

function eachOf({ joint, ...symbol }: DocumentSymbol): DocumentSymbol[] {
  return [{ ...symbol, joint: null }, ...(joint === null ? [] : eachOf(joint))]
}
