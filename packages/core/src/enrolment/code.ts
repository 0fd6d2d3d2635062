import { DIGITS, inGroups, readDigits } from '../digits.ts'

/** An enrolment code has 20 digits of five bits each: nobody guesses one in its three days. */
export const CODE_DIGITS = 20
const GROUP = 5

/**
 * An enrolment code as it is handed over, `XXXXX-XXXXX-XXXXX-XXXXX`. Of each of the 20 random bytes five
 * bits count, so that every code is as likely as every other.
 */
export function formatCode(bytes: Uint8Array): string {
  const digits = [...bytes].map((byte) => DIGITS[byte % DIGITS.length]).join('')
  return inGroups(digits, GROUP)
}

/** A code as it was typed, in the form in which it is compared. Null where it can be no code. */
export function readCode(typed: string): string | null {
  return readDigits(typed, CODE_DIGITS)
}
