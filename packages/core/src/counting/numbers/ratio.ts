/** An exact quotient (K9): no binary fraction ever stands between two counts and what is printed. */
export interface Ratio {
  readonly numerator: bigint
  /** Always above 0. */
  readonly denominator: bigint
}

/** A plain decimal, perhaps with an exponent, as JavaScript writes numbers. */
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/** `value` as the decimal that it was written as: 0.1 is one tenth. */
export function exactly(value: number): Ratio {
  const [, sign = '', whole = '0', part = '', exponent = '0'] = DECIMAL.exec(String(value)) ?? []
  const places = part.length - Number(exponent)
  const digits = BigInt(`${sign}${whole}${part}`)
  return places > 0
    ? { numerator: digits, denominator: 10n ** BigInt(places) }
    : { numerator: digits * 10n ** BigInt(-places), denominator: 1n }
}

/** `one` divided by `other`; null where `other` is 0 (K9). */
export function divide(one: Ratio, other: Ratio): Ratio | null {
  if (other.numerator === 0n) return null
  const sign = other.numerator < 0n ? -1n : 1n
  return {
    numerator: one.numerator * other.denominator * sign,
    denominator: one.denominator * other.numerator * sign,
  }
}

/** `one` and `other` together. */
export function add(one: Ratio, other: Ratio): Ratio {
  return {
    numerator: one.numerator * other.denominator + other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  }
}

/** `one` times `other`. */
export function multiply(one: Ratio, other: Ratio): Ratio {
  return {
    numerator: one.numerator * other.numerator,
    denominator: one.denominator * other.denominator,
  }
}

/** `one` less `other`. */
export function subtract(one: Ratio, other: Ratio): Ratio {
  return add(one, { ...other, numerator: -other.numerator })
}

/** Whether `one` is strictly greater than `other`. */
export function isGreater(one: Ratio, other: Ratio): boolean {
  return subtract(one, other).numerator > 0n
}

/**
 * `ratio` with `places` decimals, half up towards plus infinity (K9): −8.25 gives −8.2, 28.1875 gives
 * 28.188. Null stays null.
 */
export function roundHalfUp(ratio: Ratio | null, places: number): number | null {
  if (ratio === null) return null
  const scaled = 2n * ratio.numerator * 10n ** BigInt(places) + ratio.denominator
  return Number(`${floor(scaled, 2n * ratio.denominator)}e-${places}`)
}

function floor(numerator: bigint, denominator: bigint): bigint {
  const cut = numerator / denominator
  return numerator % denominator < 0n ? cut - 1n : cut
}

/** `part` of `whole` in per cent with one decimal; null where the whole is 0. */
export function percent1dp(part: number, whole: number): number | null {
  return roundHalfUp(divide(exactly(part * 100), exactly(whole)), 1)
}
