/** Crockford's digits: none that is taken for another when read aloud or copied by hand. */
export const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `digits` in groups with dashes between them, as they are handed over. */
export function inGroups(digits: string, size: number): string {
  return digits.match(new RegExp(`.{${size}}`, 'g'))?.join('-') ?? digits
}

/**
 * `length` digits as they were typed, in the form in which they are compared: capitals without spaces
 * and dashes, with O for zero and I or L for one as people read them. Null where it is something else.
 */
export function readDigits(typed: string, length: number): string | null {
  const digits = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return new RegExp(`^[${DIGITS}]{${length}}$`).test(digits) ? digits : null
}
