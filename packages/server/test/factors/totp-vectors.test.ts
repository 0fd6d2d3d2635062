import { HOTP, Secret } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { stepAt } from '@vigil/core/factors'
import { totpCode } from '../../src/factors/totp.ts'
import vectors from '../../../core/vectors/factors/totp.json' with { type: 'json' }

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

describe('codes of authenticator apps', () => {
  test('there are all ten of RFC 4226 and all eighteen of RFC 6238', () => {
    expect(vectors.map(({ algorithm }) => algorithm)).toHaveLength(28)
  })

  test.each(vectors)('$name', ({ algorithm, digits, secret, counter, seconds, code }) => {
    const step = counter ?? stepAt(seconds ?? 0)
    const key = new Secret({ buffer: bytesOf(secret).buffer })
    expect(HOTP.generate({ secret: key, algorithm, digits, counter: step })).toBe(code)
    if (algorithm === 'SHA1') expect(totpCode(bytesOf(secret), step)).toBe(code.slice(-6))
  })
})
