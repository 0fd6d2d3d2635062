import { getCookie } from 'hono/cookie'
import { serialize } from 'hono/utils/cookie'
import type { AppContext } from '../http/services.ts'

/**
 * The prefix makes browsers insist on https, this host and no other path; they take this machine's own
 * names for as good as https.
 */
const COOKIE = '__Host-vigil'
const ATTRIBUTES = { path: '/', httpOnly: true, secure: true, sameSite: 'Strict' } as const

/** The token of the session that the browser says it has. */
export function readToken(c: AppContext): string | undefined {
  return getCookie(c, COOKIE)
}

/** Value of `Set-Cookie`: the cookie lasts until the browser closes, and is worth nothing after the session. */
export function setToken(token: string): string {
  return serialize(COOKIE, token, ATTRIBUTES)
}

/** Value of `Set-Cookie` that takes the cookie away. */
export function clearToken(): string {
  return serialize(COOKIE, '', { ...ATTRIBUTES, maxAge: 0 })
}
