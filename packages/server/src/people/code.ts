import { createHash, randomBytes } from 'node:crypto'
import { CODE_DIGITS, formatCode, readCode } from '@vigil/core/enrolment'

/** A new code to hand over, and what is kept of it. */
export function makeCode(): { code: string; sha256: Buffer } {
  const code = formatCode(randomBytes(CODE_DIGITS))
  return { code, sha256: hash(code.replaceAll('-', '')) }
}

/** What is kept of the code that somebody typed; undefined where it can be none. */
export function hashTyped(typed: string): Buffer | undefined {
  const code = readCode(typed)
  return code === null ? undefined : hash(code)
}

function hash(code: string): Buffer {
  return createHash('sha256').update(`enrolment:${code}`).digest()
}
