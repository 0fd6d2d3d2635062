import { getCookie } from 'hono/cookie'
import { serialize } from 'hono/utils/cookie'
import type { AppContext, Services } from '../http/services.ts'

type Transport = Pick<Services, 'tls'>

/** The session's cookie. The prefix makes browsers insist on https, this host and no other path. */
export function cookieName({ tls }: Transport): string {
  return tls ? '__Host-vigil' : 'vigil'
}

export function readToken(c: AppContext, transport: Transport): string | undefined {
  return getCookie(c, cookieName(transport))
}

/** Value of `Set-Cookie`: lasts until the browser closes, at most as long as the session. */
export function setToken(token: string, transport: Transport): string {
  return serialize(cookieName(transport), token, attributes(transport))
}

export function clearToken(transport: Transport): string {
  return serialize(cookieName(transport), '', { ...attributes(transport), maxAge: 0 })
}

function attributes({ tls }: Transport) {
  return { path: '/', httpOnly: true, secure: tls, sameSite: 'Strict' } as const
}
