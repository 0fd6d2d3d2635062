import { formatSymbol, match, type SymbolAt } from './symbol.ts'

const FIRST = /(?:,| and| et|, and)? ?\(?((?:Add|Corr|Rev)\.)(\d{1,3})(?:[-–](\d{1,3}))?/uy
const NEXT =
  /(?:, | and | et |, and )(?:((?:Add|Corr|Rev)\.)(\d{1,3})(?:[-–](\d{1,3}))?|(\d{1,3})(?=[,;.:)]|$| and ))/uy
const MOST_CHANGES = 20
const WIDEST_RANGE = 30

/** An addendum, corrigendum or revision cited after the symbol it belongs to. */
export interface Change {
  readonly at: number
  readonly words: string
  readonly symbols: readonly string[]
}

/** What follows a symbol in `S/2015/364 and Add.1` or `A/72/681, Add.1 and 2 and Corr.1`. */
export function findChanges(text: string, { symbol, end }: SymbolAt): Change[] {
  const unchanged = symbol.parts.filter(({ kind }) => kind !== 'change')
  const base = formatSymbol({ ...symbol, parts: unchanged, joint: null })
  const changes: Change[] = []
  let word = ''
  let from = end
  while (changes.length < MOST_CHANGES) {
    const found = match(changes.length === 0 ? FIRST : NEXT, text, from)
    if (found === undefined) break
    const [whole, named, first = found[4] ?? '', last = first] = found
    word = named ?? word
    const words = whole.slice(whole.search(named === undefined ? /\d/u : /(?:Add|Corr|Rev)\./u))
    from += whole.length
    changes.push({
      at: from - words.length,
      words,
      symbols: rangeOf(`${base}/${word}`, first, last),
    })
  }
  return changes
}

function rangeOf(stem: string, first: string, last: string): string[] {
  const count = Number(last) - Number(first) + 1
  if (count < 1 || count > WIDEST_RANGE) return []
  return Array.from({ length: count }, (_, index) => `${stem}${Number(first) + index}`)
}
