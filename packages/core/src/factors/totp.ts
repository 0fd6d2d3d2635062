/** Codes of six digits, a new one every thirty seconds, by HMAC-SHA-1: what every app can do (RFC 6238). */
export const TOTP = { algorithm: 'SHA1', digits: 6, period: 30, window: 1 } as const

/** The time step of a moment, in seconds since 1970 (RFC 6238, 4.2). */
export function stepAt(seconds: number): number {
  return Math.floor(seconds / TOTP.period)
}

/**
 * The steps whose codes are good at `now`: this one and one on either side, since clocks differ, as far
 * as they come after the last one used. A code is good once, and none that came before it (RFC 6238, 5.2).
 */
export function stepsInForce(now: number, lastUsed: number | null): number[] {
  const steps = []
  for (let step = now - TOTP.window; step <= now + TOTP.window; step += 1) {
    if (step >= 0 && (lastUsed === null || step > lastUsed)) steps.push(step)
  }
  return steps
}
