import { findRomanValue } from '../structure/numerals.ts'
import { findYearsOfCouncil } from './council-years.ts'

/** Who cites: the body and, where known, its organ (`A`, `S`, `E`, `A/HRC`), and the year. */
export interface CitingContext {
  readonly family: string
  /** The year of the citing document; what came later is no candidate. Null where unknown. */
  readonly year: number | null
}

/** Whether resolutions or decisions are cited. */
export type ActKind = 'RES' | 'DEC'

/** Numbers that regular sessions gave to resolutions and to decisions never met. */
const FIRST_DECISION = 401

const HUMAN_RIGHTS_COUNCIL = { firstYear: 2006, sessionsAYear: 3, lastKnown: 60, most: 45 } as const
const ENVIRONMENT_ASSEMBLY = { lastKnown: 7, most: 30 } as const
const COMMISSION_ON_HUMAN_RIGHTS = { from: 1981, to: 2005, most: 115 } as const
/** The Assembly's session of 1976; earlier ones are roman. */
export const FIRST_ARABIC_SESSION = 31
/** Until 1977 the Economic and Social Council counted with roman sessions. */
const FIRST_YEARLY = 1978
const FIRST_ASSEMBLY_YEAR = 1945
const LAST_YEAR = 2100

/**
 * The symbols that `70/1` can stand for: the Assembly's sessions from 1976 on, those of the Human
 * Rights Council, of the Environment Assembly, or years of the Economic and Social Council. The
 * likeliest first; at most three; none where no body has numbered so.
 */
export function symbolsOfSession(
  session: number,
  number: string,
  { kind, context }: { kind: ActKind; context: CitingContext },
): string[] {
  if (session >= FIRST_YEARLY) return symbolsOfYear(session, number, kind)
  const count = Number.parseInt(number, 10)
  const ownRights = context.family.startsWith('A/HRC')
  const rights = isOfRightsCouncil(session, count, context.year)
    ? [`A/HRC/${kind}/${session}/${number}`]
    : []
  if (ownRights && rights.length > 0) return rights
  const environment =
    kind === 'RES' &&
    session <= ENVIRONMENT_ASSEMBLY.lastKnown &&
    count <= ENVIRONMENT_ASSEMBLY.most
      ? [`UNEP/EA.${session}/Res.${number}`]
      : []
  return [...symbolsOfAssembly({ session, number, kind }, context.year), ...rights, ...environment]
}

function isOfRightsCouncil(session: number, count: number, year: number | null): boolean {
  const { firstYear, sessionsAYear, lastKnown, most } = HUMAN_RIGHTS_COUNCIL
  const last = year === null ? lastKnown : sessionsAYear * (year - firstYear + 1)
  return session >= 1 && session <= last && count >= 1 && count <= most
}

function symbolsOfAssembly(
  { session, number, kind }: { session: number; number: string; kind: ActKind },
  year: number | null,
): string[] {
  const last = (year ?? LAST_YEAR) - FIRST_ASSEMBLY_YEAR
  if (session < FIRST_ARABIC_SESSION || session > last) return []
  const decision = Number.parseInt(number, 10) >= FIRST_DECISION
  return [`A/${decision ? 'DEC' : kind}/${session}/${number}`]
}

function symbolsOfYear(year: number, number: string, kind: ActKind): string[] {
  if (year > LAST_YEAR) return []
  const { from, to, most } = COMMISSION_ON_HUMAN_RIGHTS
  const commission = year >= from && year <= to && Number.parseInt(number, 10) <= most
  return [
    `E/${kind}/${year}/${number}`,
    ...(commission ? [`E/CN.4/${kind}/${year}/${number}`] : []),
  ]
}

/** Special sessions of the Assembly with arabic numbers, and resolutions one of them made at most. */
const SPECIAL = { first: 7, last: 32, most: 30 } as const
/** Special sessions of the Human Rights Council mostly make one resolution. */
const RIGHTS_SPECIAL_MOST = 3

/** The symbols that `S-21/2` or `ES-10/14` can stand for. Emergency sessions are the Assembly's alone. */
export function symbolsOfSpecialSession(
  session: string,
  number: string,
  { kind, context }: { kind: ActKind; context: CitingContext },
): string[] {
  if (session.startsWith('ES')) return [`A/${kind}/${session}/${number}`]
  const place = Number.parseInt(session.slice(2), 10)
  const count = Number.parseInt(number, 10)
  const assembly = place >= SPECIAL.first && place <= SPECIAL.last && count <= SPECIAL.most
  const rights =
    count <= RIGHTS_SPECIAL_MOST && (context.year ?? LAST_YEAR) >= HUMAN_RIGHTS_COUNCIL.firstYear
  return [
    ...(rights ? [`A/HRC/${kind}/${session}/${number}`] : []),
    ...(assembly ? [`A/${kind}/${session}/${number}`] : []),
  ]
}

const LAST_ROMAN_ASSEMBLY = 30
const LAST_ROMAN_ECONOMIC = 63
/**
 * Both organs numbered on from session to session. In every session from the second on, the
 * Assembly was past this number times the session, and the Economic and Social Council was not.
 */
const NUMBERS_A_SESSION = 45
const FIRST_SESSION_OVERLAP = 20

/** The symbols that `1514 (XV)`, `3201 (S-VI)` or `663 (XXIV)` can stand for. */
export function symbolsOfRomanSession(number: number, numeral: string): string[] {
  const assembly = `A/RES/${number}(${numeral})`
  const economic = `E/RES/${number}(${numeral})`
  if (/^E?S-/u.test(numeral)) return [assembly]
  const session = findRomanValue(numeral.toLowerCase())
  if (session === undefined || session > LAST_ROMAN_ECONOMIC) return []
  if (session > LAST_ROMAN_ASSEMBLY) return [economic]
  if (session === 1) return number > FIRST_SESSION_OVERLAP ? [assembly] : [assembly, economic]
  return number > NUMBERS_A_SESSION * session ? [assembly] : [economic]
}

/** What a resolution of the Security Council cited as `1612 (2005)` or as `1612` can be. */
export interface CouncilAnswer {
  readonly symbols: string[]
  readonly wrongYear: boolean
}

const MOST_CANDIDATES = 3

/**
 * The symbols for a number of a resolution of the Security Council with the year printed beside it,
 * or null where none is. A year that does not belong to the number is told, and the right ones given.
 */
export function symbolsOfCouncil(number: number, year: number | null): CouncilAnswer {
  const years = findYearsOfCouncil(number)
  const wrongYear = years !== undefined && year !== null && !years.includes(year)
  const printed = year === null || wrongYear ? (years ?? []) : [year]
  const symbols = printed.map((one) => `S/RES/${number}(${one})`)
  return { symbols: symbols.length > MOST_CANDIDATES ? [] : symbols, wrongYear }
}
