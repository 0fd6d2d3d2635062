import type { CitingContext } from './numbering.ts'

/** Organs whose resolutions are cited by name, and how the symbols of what they adopt begin. */
const ORGANS = [
  {
    begins: 'A/HRC/',
    name: /human rights council|conseil des droits de l.homme|consejo de derechos humanos/iu,
  },
  {
    begins: 'E/CN.4/',
    name: /commission on human rights|commission des droits de l.homme|comisión de derechos humanos/iu,
  },
  {
    begins: 'UNEP/',
    name: /environment assembly|assemblée des nations unies pour l.environnement/iu,
  },
  {
    begins: 'E/',
    name: /economic and social council|conseil économique et social|consejo económico y social/iu,
  },
  { begins: 'S/', name: /security council|conseil de sécurité|consejo de seguridad/iu },
  { begins: 'A/', name: /(?:general )?assembly|assemblée générale|asamblea general/iu },
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
  const begins = findOrgan(before) ?? findOrgan(after)
  if (begins !== undefined) return (symbol) => organOf(symbol) === begins
  if (OWN.test(before) && family !== '') return (symbol) => organOf(symbol) === `${family}/`
  if (COUNCIL.test(before)) return (symbol) => organOf(symbol) !== 'A/'
  return () => true
}

function findOrgan(words: string): string | undefined {
  return ORGANS.find(({ name }) => name.test(words))?.begins
}

function organOf(symbol: string): string | undefined {
  return ORGANS.find(({ begins }) => symbol.startsWith(begins))?.begins
}
