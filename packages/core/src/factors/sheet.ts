import { DIGITS, inGroups, readDigits } from '../digits.ts'

/** How many codes a sheet has, and how many random bits each: nobody guesses one in a lifetime. */
export const SHEET = { codes: 8, bits: 80 } as const

const GROUP = 4
const LENGTH = SHEET.bits / 5

/** A code as it is printed, `XXXX-XXXX-XXXX-XXXX`, from ten random bytes. */
export function formatSheetCode(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const digits = Array.from({ length: LENGTH }, (_, at) => {
    const shift = BigInt(SHEET.bits - 5 * (at + 1))
    return DIGITS[Number((bits >> shift) & 31n)]
  }).join('')
  return inGroups(digits, GROUP)
}

/**
 * A code as it was typed, in the form in which it is compared: capitals without spaces and dashes, with O
 * for zero and I or L for one as people read them. Null where it can be no code of a sheet.
 */
export function readSheetCode(typed: string): string | null {
  return readDigits(typed, LENGTH)
}
