import { lettered } from '../lettered.ts'
import type { CitingContext } from './numbering.ts'

/** Organs whose resolutions are cited by name, and how the symbols of what they adopt begin. */
const ORGANS = [
  {
    begins: 'A/HRC/',
    name: lettered(
      String.raw`human rights council|conseil des droits de l.homme|consejo de derechos humanos|совет\p{L}{0,3} по правам человека|مجلس حقوق الإنسان|人权理事会`,
      'gi',
    ),
  },
  {
    begins: 'E/CN.4/',
    name: lettered(
      String.raw`commission on human rights|commission des droits de l.homme|comisión de derechos humanos|комисси\p{L}{1,3} по правам человека|لجنة حقوق الإنسان|人权委员会`,
      'gi',
    ),
  },
  {
    begins: 'UNEP/',
    name: /environment assembly|assemblée des nations unies pour l.environnement/gi,
  },
  {
    begins: 'E/',
    name: lettered(
      String.raw`economic and social council|conseil économique et social|consejo económico y social|экономическ\p{L}{2,4} и социальн\p{L}{2,4} совет|المجلس الاقتصادي والاجتماعي|经济及社会理事会`,
      'gi',
    ),
  },
  {
    begins: 'S/',
    name: lettered(
      String.raw`security council|conseil de sécurité|consejo de seguridad|совет\p{L}{0,3} безопасности|مجلس الأمن|安全理事会`,
      'gi',
    ),
  },
  {
    begins: 'A/',
    name: lettered(
      String.raw`(?:general )?assembly|assemblée générale|asamblea general|генеральн\p{L}{2,3} ассамбле\p{L}{1,3}|الجمعية العامة|大会`,
      'gi',
    ),
  },
] as const

const OWN = lettered(String.raw`(?<!\p{L})(?:its|ses|sa|sus?)$`, 'i')
const COUNCIL = lettered(String.raw`(?<!\p{L})(?:council|conseil|consejo)$`, 'i')

/** The words before a list of resolutions, those that open it, and those after it. */
interface Around {
  readonly before: string
  readonly within: string
  readonly after: string
}

/**
 * Those of `symbols` that the organ named around a list of resolutions can have adopted (`its` is the citing organ); all where no organ is named or none fits.
 */
export function fitToOrgan(
  symbols: readonly string[],
  around: Around,
  context: CitingContext,
): readonly string[] {
  const fitting = symbols.filter(testOf(around, context))
  return fitting.length > 0 ? fitting : symbols
}

function testOf(
  { before, within, after }: Around,
  { family }: CitingContext,
): (symbol: string) => boolean {
  const begins = organBefore(within) ?? organBefore(before) ?? organAfter(after)
  if (begins !== undefined) return (symbol) => organOf(symbol) === begins
  if (OWN.test(before.trimEnd()) && family !== '')
    return (symbol) => organOf(symbol) === `${family}/`
  if (COUNCIL.test(before.trimEnd())) return (symbol) => organOf(symbol) !== 'A/'
  return () => true
}

/** `the General Assembly in its …`: nothing but a few words may stand between. */
const BETWEEN = /^[\p{L}’' ]{0,24}$/u
/** `… of 19 December 1991 of the General Assembly`, `… adoptée par l’Assemblée générale`. */
const BELONGING =
  /^,?(?: (?:of|du|de) \d[^,.;()]{5,20})? (?:генеральн|совет|экономич|الصادر|of|by|adopted by|du|de|des|del|adoptée?s? par)/i

function organBefore(words: string): string | undefined {
  const named = ORGANS.flatMap(({ begins, name }) =>
    [...words.matchAll(name)].map((found) => ({ begins, end: found.index + found[0].length })),
  )
  const nearest = named.toSorted((one, other) => other.end - one.end)[0]
  return nearest && BETWEEN.test(words.slice(nearest.end)) ? nearest.begins : undefined
}

function organAfter(words: string): string | undefined {
  const [clause = ''] = words.split(/[.;()]/u)
  if (!BELONGING.test(clause)) return undefined
  return ORGANS.find(({ name }) => clause.search(name) >= 0)?.begins
}

function organOf(symbol: string): string | undefined {
  return ORGANS.find(({ begins }) => symbol.startsWith(begins))?.begins
}
