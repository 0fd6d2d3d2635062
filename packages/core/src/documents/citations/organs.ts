import type { CitingContext } from './numbering.ts'

/** Organs whose resolutions are cited by name, and how the symbols of what they adopt begin. */
const ORGANS = [
  {
    begins: 'A/HRC/',
    name: /human rights council|conseil des droits de l.homme|consejo de derechos humanos/giu,
  },
  {
    begins: 'E/CN.4/',
    name: /commission on human rights|commission des droits de l.homme|comisión de derechos humanos/giu,
  },
  {
    begins: 'UNEP/',
    name: /environment assembly|assemblée des nations unies pour l.environnement/giu,
  },
  {
    begins: 'E/',
    name: /economic and social council|conseil économique et social|consejo económico y social/giu,
  },
  { begins: 'S/', name: /security council|conseil de sécurité|consejo de seguridad/giu },
  { begins: 'A/', name: /(?:general )?assembly|assemblée générale|asamblea general/giu },
] as const

const OWN = /(?<!\p{L})(?:its|ses|sa|sus?)$/iu
const COUNCIL = /(?<!\p{L})(?:council|conseil|consejo)$/iu

/**
 * Those of `symbols` that the organ named in `before` or `after` the word resolution can have
 * adopted (`its` is the citing organ); all where no organ is named or none fits.
 */
export function fitToOrgan(
  symbols: readonly string[],
  { before, after }: { before: string; after: string },
  context: CitingContext,
): readonly string[] {
  const fitting = symbols.filter(testOf(before.trimEnd(), after, context))
  return fitting.length > 0 ? fitting : symbols
}

function testOf(
  before: string,
  after: string,
  { family }: CitingContext,
): (symbol: string) => boolean {
  const begins = organBefore(before) ?? organAfter(after)
  if (begins !== undefined) return (symbol) => organOf(symbol) === begins
  if (OWN.test(before) && family !== '') return (symbol) => organOf(symbol) === `${family}/`
  if (COUNCIL.test(before)) return (symbol) => organOf(symbol) !== 'A/'
  return () => true
}

/** `the General Assembly in its …`: nothing but a few words may stand between. */
const BETWEEN = /^[\p{L}’' ]{0,24}$/u
/** `… of 19 December 1991 of the General Assembly`, `… adoptée par l’Assemblée générale`. */
const BELONGING =
  /^,?(?: (?:of|du|de) \d[^,.;()]{5,20})? (?:of|by|adopted by|du|de|des|del|adoptée?s? par)/iu

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
