const NUMBER = /^(?:0|[1-9]\d{0,15})$/u

/** The whole number that `text` writes in decimal, without leading zeros; undefined from 2 ** 53 on. */
export function findNumber(text: string): number | undefined {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}
