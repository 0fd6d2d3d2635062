import { serialize } from 'hono/utils/cookie'
import { FLOW_LIFE } from './flows.ts'

/** Of the browser that was sent to the provider; strict, since our own page hands the answer on. */
export const FLOW_COOKIE = '__Host-vigil-provider'
const ATTRIBUTES = { path: '/', httpOnly: true, secure: true, sameSite: 'Strict' } as const

/** Value of `Set-Cookie`: no longer than the provider is waited for. */
export function setFlowToken(token: string): string {
  return serialize(FLOW_COOKIE, token, { ...ATTRIBUTES, maxAge: FLOW_LIFE / 1000 })
}

/** Value of `Set-Cookie` that takes the cookie away. */
export function clearFlowToken(): string {
  return serialize(FLOW_COOKIE, '', { ...ATTRIBUTES, maxAge: 0 })
}
