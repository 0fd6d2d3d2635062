import type { DocumentHead, DocumentKind } from '../model.ts'
import { FIRST_ARABIC_SESSION, type CitingContext } from './numbering.ts'
import { findSymbolAt, type DocumentSymbol } from './symbol.ts'

/** Kinds that only the Security Council and its groups have among what is read here. */
const OF_COUNCIL: readonly DocumentKind[] = ['conclusions', 'statement']

/** The Assembly's sessions open in autumn; the 31st was that of 1976 and ended in 1977. */
const LAST_YEAR_BEFORE_FIRST_SESSION = 1946
const MOST_SESSIONS = 150

/** Who cites in a document: by its symbol (`A/HRC/57/1` is `A/HRC`), else by its kind. */
export function contextOf({ symbol, kind, dates }: DocumentHead): CitingContext {
  const parsed = symbol === null ? undefined : findSymbolAt(symbol, 0)?.symbol
  const dated = Object.values(dates).flatMap((day) =>
    day === null ? [] : [Number(day.slice(0, 4))],
  )
  const years = [...dated, ...yearsOf(parsed)]
  const year = years.length === 0 ? null : Math.max(...years)
  if (parsed === undefined) return { family: OF_COUNCIL.includes(kind) ? 'S' : '', year }
  const rights = parsed.parts[0]?.text === 'HRC'
  return { family: rights ? `${parsed.body}/HRC` : parsed.body, year }
}

/** The last year that a symbol of the Assembly (`A/78/842`, `A/RES/78/187`) can belong to. */
function yearsOf(symbol: DocumentSymbol | undefined): number[] {
  if (symbol?.body !== 'A') return []
  const organs = symbol.parts.filter(({ kind, text }) => kind === 'organ' && text !== 'RES')
  const [session, number] = symbol.parts.filter(({ kind }) => kind === 'number')
  const count = Number(session?.text)
  const numbered = organs.length === 0 && number !== undefined
  return numbered && count >= FIRST_ARABIC_SESSION && count < MOST_SESSIONS
    ? [LAST_YEAR_BEFORE_FIRST_SESSION + count]
    : []
}
