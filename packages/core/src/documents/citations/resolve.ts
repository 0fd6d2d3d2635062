import { answerOf, findActAt, type Act, type Answer } from './acts.ts'
import type { CitationState } from '../annotation.ts'
import { FIRST_ARABIC_SESSION, symbolsOfCouncil, type CitingContext } from './numbering.ts'
import { findSymbolAt, formatSymbol, match, type DocumentSymbol } from './symbol.ts'

/** What words of a citation lead to. `candidates` holds two or three symbols where it is ambiguous. */
export interface Resolution {
  readonly state: CitationState
  readonly symbol: string | null
  readonly candidates: string[]
}

const MOST_CANDIDATES = 3
const BETWEEN = /[\s,;]*(?:(?:and|et)\s)?/uy

/** Symbols as the state, symbol and candidates of a citation. */
export function resolutionOf(symbols: readonly string[]): Resolution {
  const candidates = [...new Set(symbols)]
  const [only] = candidates
  if (only === undefined || candidates.length > MOST_CANDIDATES) {
    return { state: 'unresolved', symbol: null, candidates: [] }
  }
  return candidates.length === 1
    ? { state: 'resolved', symbol: only, candidates: [] }
    : { state: 'ambiguous', symbol: null, candidates }
}

/**
 * What a symbol in a text leads to. Of two symbols of one document the first stands for both; a
 * resolution of the Security Council printed without its year gets it.
 */
export function answerOfSymbol(symbol: DocumentSymbol): Answer {
  const own = formatSymbol({ ...symbol, joint: null })
  const [act, number, ...changes] = symbol.parts
  const council = symbol.body === 'S' && act?.text === 'RES' && number?.kind === 'number'
  if (!council || changes.length > 0 || Number.isNaN(Number(number.text))) {
    return { symbols: [own], wrongYear: false }
  }
  const year = symbol.qualifier === null ? null : Number(symbol.qualifier)
  const answer = symbolsOfCouncil(Number(number.text), year)
  return answer.symbols.length === 0 ? { ...answer, symbols: [own] } : answer
}

/**
 * Where the words of a citation lead (`70/1`, `1540 (2004)`, `A/77/895-S/2023/363`) in a document of
 * the body given: the citing body decides where a number alone says too little. General grammar
 * and facts about numbering only; words that hold no citation are `unresolved`.
 */
export function resolveWords(words: string, context: CitingContext): Resolution {
  const text = words.trim()
  const symbols: string[] = []
  let at = 0
  while (at < text.length) {
    const found = readOne(text, at, context)
    if (found === undefined) break
    symbols.push(...found.symbols)
    at = found.end
    at += match(BETWEEN, text, at)?.[0].length ?? 0
  }
  return resolutionOf(at < text.length ? [] : symbols)
}

function readOne(
  text: string,
  at: number,
  context: CitingContext,
): { symbols: readonly string[]; end: number } | undefined {
  const symbol = findSymbolAt(text, at)
  if (symbol !== undefined) {
    return { symbols: answerOfSymbol(symbol.symbol).symbols, end: symbol.end }
  }
  const act = findActAt(text, at)
  if (act === undefined) return undefined
  const { symbols } = answerOf(act, 'RES', context)
  return { symbols: [...symbols, ...symbolsOfLink(act, context)], end: at + act.words.length }
}

/**
 * What only a link can mean: a number alone may be that of a letter to the Council, and links in
 * texts of the Assembly take `12/19` for the Assembly's own, though it never numbered so; the
 * latter is named last, so that a link gone wrong is still recognised.
 */
function symbolsOfLink({ form, words, fields }: Act, { family }: CitingContext): string[] {
  if (form === 'number') return family === 'S' ? [`S/${words}`] : []
  const [session = '', number = ''] = fields
  const early = form === 'session' && Number(session) < FIRST_ARABIC_SESSION
  return early && family === 'A' ? [`A/RES/${session}/${number}`] : []
}
